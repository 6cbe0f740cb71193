using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// Runs all actors with all values that their reads can return, and looks whether what stands between a plain read and
/// a later plain write is there in some runs and not in others.
/// </summary>
/// <remarks>
/// Executions without cycles do not show all runs: a barrier may go away, or a value may be written, only if reads see
/// what they cause. A cyclic execution commits its writes one by one, and each is there whatever the reads behind it
/// return; so the value of the n-th is written in a run whose reads return values of the first n - 1, and as many
/// rounds as there are writes find all values. Where runs are too many, those are looked at in which one read returns
/// what no execution has shown.
/// </remarks>
/// <param name="program">The program; what a search has seen of its actors is marked as visited.</param>
/// <param name="fencesFailedSwap">Whether a compare-and-swap that fails is a full fence.</param>
internal sealed class BarrierSurvey(Program program, bool fencesFailedSwap)
{
    private const int MaxSteps = 500;

    private readonly SurveyedRun[] _runs =
        [.. program.Replays.Select((_, thread) => new SurveyedRun(thread, fencesFailedSwap, program.Code is not null))];

    private readonly HashSet<(int Thread, int Location, long Value)> _written = [];
    private readonly long?[] _own = new long?[program.Initial.Length];
    private long[][] _foreign = [];
    private int _thread;
    private int _limitUnseen = int.MaxValue;
    private int _steps;

    /// <summary>Whether all runs were looked at.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>What an actor may write, by word.</summary>
    public IEnumerable<(int Thread, int Location, long Value)> Written => _written;

    /// <summary>Reads and writes that may be part of a cycle.</summary>
    public IEnumerable<PassingPair> Passing => Closing(_runs.SelectMany(run => run.Passing));

    /// <summary>
    /// Those of them whose read is half of an update. That update also writes; where it reads what it does not cause,
    /// its write may keep an execution without a cycle from showing what the cyclic one does.
    /// </summary>
    public IEnumerable<PassingPair> PassingUpdates => Closing(_runs.SelectMany(run => run.PassingUpdates));

    /// <summary>
    /// Those of them whose write the actor has performed before the read as well. In the executions without a cycle
    /// others see that one, so none of them shows that the read is a cause of what it may see.
    /// </summary>
    public IEnumerable<PassingPair> PassingRepeats => Closing(_runs.SelectMany(run => run.PassingRepeats));

    /// <summary>
    /// Those of them that something keeps in order in other runs, because of a read that may see what is to come.
    /// </summary>
    public IEnumerable<PassingPair> PassingAtTimes => Closing(_runs.SelectMany(run => run.PassingAtTimes));

    /// <summary>Looks at the runs.</summary>
    public void Run()
    {
        if (!TryRun())
        {
            IsComplete = false;
            _limitUnseen = 1;
            TryRun();
        }

        if (Passing.Any())
        {
            Array.ForEach(_runs, run => run.Compares = true);
            TryRun();
        }
    }

    private IEnumerable<PassingPair> Closing(IEnumerable<PassingPair> pairs)
    {
        (int Thread, int Read, int Written)[] flows = [.. _runs.SelectMany(run => run.Flows)];
        return pairs.Where(pair => pair.MayClose(flows));
    }

    private bool TryRun()
    {
        _steps = MaxSteps;
        int before = -1;
        for (int round = 0; before < _written.Count && round <= _runs.Sum(run => run.MaxWrites) + 1; round++)
        {
            before = _written.Count;
            (int Thread, int Location, long Value)[] written = [.. _written];
            for (_thread = 0; _thread < _runs.Length; _thread++)
            {
                _foreign = [.. program.Initial.Select((_, location) => written
                    .Where(each => each.Thread != _thread && each.Location == location)
                    .Select(each => each.Value).Distinct().ToArray())];
                Array.Clear(_own);
                Visit(program.Replays[_thread].NextIfAny(-1, 0, program.Initial), unseen: 0);
                _runs[_thread].Shorten(0);
            }
        }

        return _steps > 0;
    }

    private void Visit(int node, int unseen)
    {
        ActorTree tree = program.Replays[_thread].Tree;
        while (node >= 0 && _steps-- > 0)
        {
            Operation operation = tree[node];
            if (operation.IsEnd || operation.Kind == OperationKind.Stick
                || (operation.Kind == OperationKind.Pause && IsCut(node)))
            {
                return;
            }

            if (operation.Reads)
            {
                Read(node, operation, unseen);
                return;
            }

            bool writes = operation.Kind == OperationKind.Write;
            long written = writes ? operation.Apply(0, program.SizeOf(operation.Location)) : 0;
            if (operation.Kind != OperationKind.Pause)
            {
                _runs[_thread].Add(operation, tree.IndexOf(node), value: 0, writes, written);
            }

            if (writes)
            {
                _written.Add((_thread, operation.Location, written));
                _own[operation.Location] = written;
            }

            node = program.Replays[_thread].NextIfAny(node, 0, program.Initial);
        }
    }

    private void Read(int node, in Operation operation, int unseen)
    {
        int location = operation.Location;
        long first = _own[location] ?? program.Initial[location];
        Read(node, operation, first, unseen);
        foreach (long value in _foreign[location])
        {
            if (value != first)
            {
                Read(node, operation, value, unseen);
            }
        }
    }

    private void Read(int node, in Operation operation, long value, int unseen)
    {
        Replay replay = program.Replays[_thread];
        long returned = operation.Returns ? value : 0;
        int known = replay.Tree.Find(node, returned);
        int unseenNow = unseen + (known >= 0 && replay.Tree.IsVisited(known) ? 0 : 1);
        if (unseen < _limitUnseen || unseenNow == unseen)
        {
            (int length, long?[] own) = (_runs[_thread].Length, [.. _own]);
            bool writes = operation.WritesAfter(value);
            long written = operation.Apply(value, program.SizeOf(operation.Location));
            _runs[_thread].Add(operation, replay.Tree.IndexOf(node), value, writes, written);
            if (writes)
            {
                _written.Add((_thread, operation.Location, written));
                _own[operation.Location] = written;
            }

            Visit(replay.NextIfAny(node, returned, program.Initial), unseenNow);
            _runs[_thread].Shorten(length);
            own.CopyTo(_own, 0);
        }
    }

    /// <summary>Whether a search does not go on behind a pause, either.</summary>
    private bool IsCut(int pause)
    {
        if (program.Code is not null && !program.Replays[_thread].Tree.IsVisited(pause))
        {
            // Watching the loop, as below, takes a tenth of a second in ordinary code. That its turn does not fail is
            // another run.
            return true;
        }

        try
        {
            return program.Replays[_thread].NextIfAny(pause, 0, program.Initial) < 0
                || program.Waits[_thread].CutAt(pause) is not null
                || program.Waits[_thread].IsEndless(pause);
        }
        catch (ExplorationException)
        {
            // Fed what no execution has, the code does what no actor may.
            return true;
        }
    }
}
