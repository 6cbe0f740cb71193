using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Runs.Auditing;
using Runs.Recording;
using Runs.Tracing.Events;
using Runs.Tracing.Memory;
using Runs.Worlds;
using Tracker.Tracking;

namespace Runs.Tracing.Replay;

/// <summary>
/// Replays a trace, pass after pass: its processes are simulated by any number of workers at once, each process by one
/// worker at a time, for a slice of its events. A child is ready once its parent has forked it, so parent and child
/// really run at the same time.
/// </summary>
/// <remarks>
/// The worker that ends the last process closes the pass: it waits until readers have dropped what they hold, checks
/// that nothing is left, and starts the next pass. Every pass starts from nothing.
/// </remarks>
/// <typeparam name="TTracking">The tracker.</typeparam>
public sealed class TraceReplay<TTracking> : IDisposable
    where TTracking : struct, ITracking
{
    /// <summary>
    /// Readers hold what they look at for microseconds, or for an audit; what is held longer will stay.
    /// </summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(20);

    private readonly World _world;
    private readonly ReplayPlan _plan;
    private readonly Leftovers _leftovers;
    private readonly MemoryPool<TTracking> _memories = new();
    private readonly RunningProcess<TTracking>[] _processes;
    private readonly ReadyQueue _ready;
    private readonly MappedTotal _mapped = new();
    private readonly List<TraceCounts> _counts = [];
    private int _alive;
    private long _passStart;
    private volatile bool _isStopping;
    private volatile bool _isCut;
    private volatile bool _isOver;

    /// <summary>Prepares a replay.</summary>
    /// <param name="world">Folios and MMs: as many as <see cref="ReplayPlan"/> says.</param>
    /// <param name="plan">What is replayed.</param>
    public TraceReplay(World world, ReplayPlan plan)
    {
        _world = world;
        _plan = plan;
        Board = new FolioBoard(world.Folios.Capacity, plan.Workers);
        Ids = new CountedIds(world.Ids);
        _leftovers = new Leftovers(world, Board, Ids);
        _processes = [.. plan.Trace.Processes.Select(process => new RunningProcess<TTracking>(process.Events))];
        _ready = new ReadyQueue(_processes.Length);
    }

    /// <summary>Where readers find folios.</summary>
    public FolioBoard Board { get; }

    /// <summary>Where the recorders of workers and readers get IDs, and give them back.</summary>
    public CountedIds Ids { get; }

    /// <summary>What the passes did.</summary>
    public PassSummary Summary { get; } = new();

    /// <summary>Whether the last pass is closed: nobody has anything to do.</summary>
    public bool IsOver => _isOver;

    /// <summary>Whether processes end where they are.</summary>
    public bool IsCut => _isCut;

    /// <summary>Adds a worker. Before <see cref="Start"/>.</summary>
    public ReplayWorker<TTracking> AddWorker(Recorder<TTracking> recorder)
    {
        Simulator<TTracking> simulator = new(_world, recorder, _plan.Orders, Board, _counts.Count);
        _counts.Add(simulator.Counts);
        return new ReplayWorker<TTracking>(this, recorder, simulator);
    }

    /// <summary>Starts the first pass.</summary>
    public void Start()
    {
        _passStart = Stopwatch.GetTimestamp();
        _alive = _plan.Trace.Processes.Count(process => process.Parent < 0);

        // Nobody would ever end a pass that nobody begins.
        _isOver = _alive == 0;
        for (int process = 0; process < _processes.Length; process++)
        {
            if (_plan.Trace.Processes[process].Parent < 0)
            {
                _ready.Put(process);
            }
        }
    }

    /// <summary>Ends the replay: with the first pass if that is not complete yet, else at once.</summary>
    public void Stop()
    {
        _isStopping = true;
        _isCut |= Summary.Passes > 0;
    }

    /// <summary>Ends the replay at once, also in the first pass.</summary>
    public void Abandon() => _isCut = _isStopping = true;

    /// <inheritdoc/>
    public void Dispose() => _memories.Dispose();

    /// <summary>Takes a process that can go on; until it is put back or ended, its caller alone uses it.</summary>
    internal bool TryTake(out int index, [NotNullWhen(true)] out RunningProcess<TTracking>? process)
    {
        bool isTaken = _ready.TryTake(out index);
        process = isTaken ? _processes[index] : null;
        return isTaken;
    }

    /// <summary>Puts a process back that has events left.</summary>
    internal void PutBack(int index, TraceCounts counts)
    {
        _mapped.Move(counts);
        _ready.Put(index);
    }

    /// <summary>Begins a process that was alive when the trace began.</summary>
    internal void Begin(RunningProcess<TTracking> process, Simulator<TTracking> simulator)
    {
        process.Memory = _memories.Take();
        process.Memory.Begin(simulator);
        simulator.Counts.Processes++;
    }

    /// <summary>
    /// Makes a process: with a copy of its parent's memory, or without a parent, with nothing mapped.
    /// </summary>
    internal void Fork(ProcessMemory<TTracking>? parent, int child, Simulator<TTracking> simulator)
    {
        ProcessMemory<TTracking> memory = _memories.Take();
        if (parent is null)
        {
            memory.Begin(simulator);
        }
        else
        {
            memory.BeginAsChild(parent, simulator);
        }

        _processes[child].Memory = memory;
        simulator.Counts.Processes++;

        // Before the child is ready, or it could end the pass under its parent.
        Interlocked.Increment(ref _alive);
        _ready.Put(child);
    }

    /// <summary>Ends a process; with the last one the pass.</summary>
    internal void End(RunningProcess<TTracking> process, Simulator<TTracking> simulator, Recorder<TTracking> recorder)
    {
        process.Memory!.End(simulator);
        _memories.Return(process.Memory);
        process.Memory = null;
        process.NextEvent = 0;
        _mapped.Move(simulator.Counts);

        // Full fence: the worker that gets to 0 sees what every other has counted.
        if (Interlocked.Decrement(ref _alive) == 0)
        {
            ClosePass(recorder);
        }
    }

    private void ClosePass(Recorder<TTracking> recorder)
    {
        double seconds = Stopwatch.GetElapsedTime(_passStart).TotalSeconds;
        bool isClean = WaitUntilClean(recorder);
        TraceCounts sum = new();
        foreach (TraceCounts counts in _counts)
        {
            sum.Add(counts);
            counts.Clear();
        }

        if (!_isCut)
        {
            Summary.Add(new TracePass(sum, _mapped.Peak, seconds));
            Check(sum);
        }

        _mapped.Clear();
        if (_isStopping || !isClean)
        {
            _isOver = true;
        }
        else
        {
            Start();
        }
    }

    /// <summary>A pass that is not the whole trace proves nothing: that is a defect too, if of the replay.</summary>
    private void Check(TraceCounts counts)
    {
        RecordedTrace trace = _plan.Trace;
        string expected =
            $"{trace.Events} events, {trace.Forks} forks, {trace.Exits} exits, {trace.CowFaults} copy-on-write faults";
        string observed =
            $"{counts.Events} events, {counts.Forks} forks, {counts.Exits} exits, "
            + $"{counts.CowReused + counts.CowCopied + counts.CowUntracked} copy-on-write faults";
        if (expected != observed)
        {
            _world.Violations.Add(() => new Violation("replay", expected, observed, null, null));
        }
    }

    private bool WaitUntilClean(Recorder<TTracking> recorder)
    {
        long start = Stopwatch.GetTimestamp();
        while (_leftovers.Find() is Violation left)
        {
            // A tracker that is broken already leaves things behind: nothing new.
            if (_world.Violations.Count > 0)
            {
                return false;
            }

            if (Stopwatch.GetElapsedTime(start) > LongestHold)
            {
                _world.Violations.Add(() => left);
                return false;
            }

            recorder.MeetIfRoundIsOver();
            Thread.Yield();
        }

        return true;
    }
}
