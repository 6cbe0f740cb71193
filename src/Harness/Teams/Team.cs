using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Atomics;
using Harness.Processors;

namespace Harness.Teams;

/// <summary>The threads of a run: one for each role, started through one gate, ended together.</summary>
/// <param name="rounds">Where they meet between rounds.</param>
/// <param name="findings">What was found, and what an exception means.</param>
/// <param name="roles">What each does.</param>
/// <param name="plan">How they run.</param>
public sealed class Team(Rendezvous rounds, IFindings findings, IReadOnlyList<Role> roles, TeamPlan plan) : IDisposable
{
    /// <summary>
    /// How often the team is looked after: rounds that are too slow are ended, so that results keep coming.
    /// </summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>A stuttering team works for one tick less than this, then rests for one.</summary>
    private const int StutterTicks = 8;

    /// <summary>A worker's thread ends after one turn in so many, some hundred milliseconds of work.</summary>
    private const int ChurnOneInTurns = 4096;

    /// <summary>
    /// Where threads share a core, each gives it away after so many turns. Workload pinners does 5 times the sections
    /// and sees 10 times the overlaps with it (medians of five, four threads on two busy cores); the others do as well
    /// without.
    /// </summary>
    private const int YieldEveryTurns = 4;

    private static readonly TimeSpan ChurnAbsence = TimeSpan.FromMilliseconds(5);

    private readonly ManualResetEventSlim _resting = new(initialState: true);
    private readonly ManualResetEventSlim _gate = new();
    private readonly CountdownEvent _ready = new(roles.Count);
    private readonly CountdownEvent _left = new(roles.Count);
    private readonly int[] _threads = new int[roles.Count];

    /// <summary>
    /// Threads that each worker has had: a worker's random numbers must not depend on when the others start.
    /// </summary>
    private readonly int[] _starts = new int[roles.Count];
    private ExceptionDispatchInfo? _failure;
    private volatile bool _isEnding;

    /// <summary>
    /// Whether a worker kept the others waiting for longer than the limit. Its thread is left behind.
    /// </summary>
    public bool IsStuck { get; private set; }

    /// <summary>Whether a worker ended with an exception, so that what it held is left behind.</summary>
    public bool HasLostWorker { get; private set; }

    /// <summary>Time from the gate to the last worker's end, teardown included.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Runs until the budget or every worker's operations are used up, or until it is cancelled.</summary>
    /// <param name="cancellation">Ends the run early.</param>
    /// <param name="watch">Called at every tick with the time since the gate.</param>
    public void Run(Action<TimeSpan> watch, CancellationToken cancellation)
    {
        for (int worker = 0; worker < roles.Count; worker++)
        {
            Start(worker, isFirst: true);
        }

        _ready.Wait(CancellationToken.None);
        Stopwatch clock = Stopwatch.StartNew();
        _gate.Set();
        Watch(clock, watch, cancellation);
        Elapsed = clock.Elapsed;
        _failure?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A stuck worker may still come by.
        if (!IsStuck)
        {
            _resting.Dispose();
            _gate.Dispose();
            _ready.Dispose();
            _left.Dispose();
        }
    }

    private void Watch(Stopwatch clock, Action<TimeSpan> watch, CancellationToken cancellation)
    {
        TimeSpan nextShuffle = plan.ShuffleInterval ?? TimeSpan.MaxValue;
        TimeSpan lastProgress = TimeSpan.Zero;
        long done = 0;
        for (long tick = 1; !_left.Wait(Tick, CancellationToken.None); tick++)
        {
            _isEnding |= clock.Elapsed >= plan.TimeBudget
                || cancellation.IsCancellationRequested
                || roles.Sum(role => role.OperationsOfPart) >= plan.Operations
                || roles.All(role => role.IsDone)
                || (plan.StopAtFinding && findings.IsAny);
            if (plan.Stutter && tick % StutterTicks == 0 && !_isEnding)
            {
                _resting.Reset();
            }
            else
            {
                _resting.Set();
            }

            if (clock.Elapsed >= nextShuffle)
            {
                Shuffle(tick);
                nextShuffle = clock.Elapsed + plan.ShuffleInterval!.Value;
            }

            if (rounds.Rounds != done || !(rounds.IsOver || _isEnding))
            {
                done = rounds.Rounds;
                lastProgress = clock.Elapsed;
            }
            else if (clock.Elapsed - lastProgress > plan.WaitLimit)
            {
                IsStuck = true;
                _isEnding = true;
                return;
            }

            rounds.EndRound();
            watch(clock.Elapsed);
        }
    }

    private void Start(int worker, bool isFirst)
    {
        Thread thread = new(() => Guard(worker, isFirst))
        {
            IsBackground = true,
            Name = $"{roles[worker].Name} {worker}"
        };
        thread.Start();
    }

    private void Guard(int worker, bool isFirst)
    {
        try
        {
            if (Work(worker, isFirst))
            {
                // Whoever churns comes back as another thread.
                Thread.Sleep(ChurnAbsence);
                Start(worker, isFirst: false);
                return;
            }
        }
#pragma warning disable CA1031 // A finding, or rethrown by Run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!findings.TryTake(e))
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            }

            HasLostWorker = true;
            _isEnding = true;
            rounds.Leave();
            if (isFirst && !_gate.IsSet)
            {
                _ready.Signal();
            }
        }

        _left.Signal();
    }

    /// <summary>Works until the end, or until churn wants the thread to end.</summary>
    /// <returns>Whether another thread shall go on.</returns>
    private bool Work(int worker, bool isFirst)
    {
        Role role = roles[worker];
        rounds.Join();
        PrepareThread(worker);
        if (isFirst)
        {
            role.SetUp();
            rounds.Leave();
            _ready.Signal();
            _gate.Wait(CancellationToken.None);
            rounds.Join();
        }

        Prng random = new(plan.Seed, (_starts[worker]++ * roles.Count) + worker);
        bool isCrowded = roles.Count > Environment.ProcessorCount;
        int turns = 0;
        while (!_isEnding && !role.IsDone)
        {
            plan.Perturbation.BeginTurn(ref random);
            role.Turn();
            if (isCrowded && ++turns % YieldEveryTurns == 0)
            {
                Thread.Yield();
            }

            if (!_resting.IsSet)
            {
                rounds.Leave();
                _resting.Wait(CancellationToken.None);
                rounds.Join();
            }

            if (plan.Churn && random.OneIn(ChurnOneInTurns))
            {
                rounds.Leave();
                return true;
            }
        }

        PerturbedMemory.Calm();
        if (role.HasDonePart)
        {
            AwaitEnd();
        }

        role.TearDown();
        rounds.Leave();
        return false;
    }

    /// <summary>Waits until all have done their parts, or the time is up.</summary>
    private void AwaitEnd()
    {
        rounds.Leave();
        while (!_isEnding)
        {
            Thread.Sleep(1);
        }

        rounds.Join();
    }

    private void PrepareThread(int worker)
    {
        _threads[worker] = ProcessorPinning.CurrentThread();
        if (plan.Affinity.ProcessorOf(worker) is int processor)
        {
            ProcessorPinning.Pin(0, [processor]);
        }
    }

    /// <summary>Moves every thread to a processor of its own choice, others each time.</summary>
    private void Shuffle(long tick)
    {
        IReadOnlyList<int> processors = plan.Affinity.Processors.Count > 0
            ? plan.Affinity.Processors
            : ProcessorPinning.Allowed();
        Prng random = new(plan.Seed, (int)tick);
        foreach (int thread in _threads)
        {
            ProcessorPinning.PinIfAlive(thread, [processors[random.Below(processors.Count)]]);
        }
    }
}
