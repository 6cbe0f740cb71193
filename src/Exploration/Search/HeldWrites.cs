using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// Plain writes that an actor performs whatever an earlier plain read returns, where something keeps the write behind
/// the read, but not for all values that reads may return. This asks of one execution's run at a time, where all runs
/// of all actors are too many.
/// </summary>
/// <param name="program">The program; what a search has seen of its actors is marked as visited.</param>
/// <param name="surveyed">What actors may write, besides what they do in executions.</param>
/// <param name="mustStop">Asked now and then; true gives up.</param>
internal sealed class HeldWrites(Program program, IEnumerable<(int Thread, int Location, long Value)> surveyed,
    Func<bool> mustStop)
{
    /// <summary>Plain reads of which all sets are tried.</summary>
    private const int MostFree = 6;

    /// <summary>
    /// Steps of all runs together, and for one question, after which nothing more is found. Most questions are settled
    /// by the next one even if they are given up: under two-word, of the 8 that 10,000 steps do not answer in
    /// give-way-words with a weaker wait, 100,000 answer none either, and nothing depends on them.
    /// </summary>
    private static readonly (long InAll, int EachTime) FirstLook = (10_000_000, 10_000);

    /// <summary>
    /// The same where the first look could not tell, some 20 s. fork-exit takes 26.6 million under patient, of which
    /// one question takes 530,196, and 22,426 under exclusive.
    /// </summary>
    private static readonly (long InAll, int EachTime) SecondLook = (50_000_000, 1_000_000);

    /// <summary>The same for changed code, where the line of each step has to be found.</summary>
    private static readonly (long InAll, int EachTime) SecondLookAtEdited = (10_000_000, 100_000);

    /// <summary>The same for ordinary code, whose runs cost more: a tenth of a second.</summary>
    private static readonly (long InAll, int EachTime) LookAtCode = (200_000, 100_000);

    private readonly WordFlows _flows = new(program);
    private Rerun _rerun = null!;
    private WordValues[] _values = [];
    private long _maxSteps;
    private long _steps;

    /// <summary>What was not looked at, so that there may be a pair that was not found; null for nothing.</summary>
    public string? Limit { get; private set; }

    /// <summary>
    /// The first one found of those that program order and reads-from can lead back from to the read; null without.
    /// </summary>
    public PassingPair? Find()
    {
        HashSet<(int Thread, int Location, long Value)> written = [.. _flows.Written, .. surveyed];
        _values = [.. program.Replays.Select((_, thread) => WordValues.Of(program, written, thread))];
        if (program.Code is not null)
        {
            return Look(LookAtCode);
        }

        PassingPair? found = Look(FirstLook);
        return found is null && Limit is null ? null : Look(program.IsEdited ? SecondLookAtEdited : SecondLook);
    }

    private PassingPair? Look((long InAll, int EachTime) steps)
    {
        (_maxSteps, _steps, Limit) = (steps.InAll, 0, null);
        _rerun = new(program, mustStop) { JoinsSums = true, MaxSteps = steps.EachTime };
        return Enumerable.Range(0, program.Replays.Length).Select(Find).FirstOrDefault(pair => pair is not null);
    }

    private PassingPair? Find(int thread)
    {
        ActorTree tree = program.Replays[thread].Tree;
        for (int write = 0; write < tree.Count; write++)
        {
            Operation operation = tree[write];
            if (operation is not { Kind: OperationKind.Write, Ordering: Ordering.Plain } || !tree.IsVisited(write))
            {
                continue;
            }

            bool isHeld = false;
            List<int> between = [];
            for (int read = tree.ParentOf(write); read >= 0; read = tree.ParentOf(read))
            {
                Operation earlier = tree[read];
                isHeld |= IsHeldBehind(earlier);
                PassingPair pair = new(thread, earlier.Location, operation.Location);
                bool isPlain = earlier is { Kind: OperationKind.Read, Ordering: Ordering.Plain };
                if (isHeld && isPlain && pair.Read != pair.Written && _flows.MayClose(pair)
                    && MayPass(thread, write, read, between))
                {
                    return pair;
                }

                if (isPlain)
                {
                    between.Add(read);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a write is performed whatever an earlier read, and perhaps others between, return, and in some run
    /// passes it.
    /// </summary>
    private bool MayPass(int thread, int write, int read, List<int> between)
    {
        // Most pairs have a barrier between whatever is read: more reads unknown are more runs, and few are looked at.
        bool mayPass = Ask(thread, write, read, [.. between], passing: true);
        if (!mayPass || !Ask(thread, write, read, [], passing: false))
        {
            return false;
        }

        int[] nearest = [.. between.TakeLast(MostFree)];
        Limit ??= between.Count > MostFree ? $"more than {MostFree} plain reads between the two" : null;
        return Enumerable.Range(0, 1 << nearest.Length)
            .Select(set => nearest.Where((_, index) => (set & (1 << index)) != 0).ToHashSet())
            .Any(others => Ask(thread, write, read, others, passing: true)
                && Ask(thread, write, read, others, passing: false)
                && (_rerun.PassesFree || _rerun.GaveUp));
    }

    /// <summary>
    /// Whether a write is performed whatever some earlier reads return, all others given; or whether some run that
    /// performs it passes the read.
    /// </summary>
    private bool Ask(int thread, int write, int read, HashSet<int> others, bool passing)
    {
        if (_steps > _maxSteps)
        {
            Limit ??= $"more than {_maxSteps:N0} steps of its actors' runs";
            return false;
        }

        ActorTree tree = program.Replays[thread].Tree;
        Stack<int> path = new();
        for (int node = write; node >= 0; node = tree.ParentOf(node))
        {
            path.Push(node);
        }

        Operation target = tree[write];
        List<WriteTarget> targets = [];
        List<WriteTarget> pending = [];
        long[] held = [.. program.Initial];
        _rerun.GaveUp = false;
        _rerun.Begin();
        while (path.TryPop(out int node) && node != write)
        {
            Operation operation = tree[node];
            long old = operation switch
            {
                { Returns: true } => tree.ValueInto(path.Peek()),
                { Reads: true } => held[operation.Location],
                _ => 0,
            };
            if (operation.Reads)
            {
                bool isKnown = node != read && operation.Returns && !others.Contains(node);
                _rerun.AddRead(operation.Location, old, isKnown, isFree: node == read);
            }

            if (IsHeldBehind(operation))
            {
                targets.AddRange(pending);
                pending.Clear();
            }

            if (operation.Kind == OperationKind.Write || (operation.Reads && operation.WritesAfter(old)))
            {
                _rerun.AddWrite(operation.Location);
                held[operation.Location] = operation.Apply(old, program.SizeOf(operation.Location));
                if (operation.Location == target.Location)
                {
                    // What a barrier keeps before the write tells it from an equal one earlier.
                    pending.Add(WriteTarget.Of(operation, held[operation.Location]));
                }
            }
        }

        long value = target.Apply(0, program.SizeOf(target.Location));
        WriteTarget[] all = [.. targets, WriteTarget.Of(target, value)];
        int index = tree.IndexOf(write);
        bool answer = passing
            ? _rerun.MayPassFree(thread, index, all, _values[thread])
            : _rerun.AlwaysPerforms(thread, index, all, _values[thread]);
        _steps += index + _rerun.Steps;
        return answer || _rerun.GaveUp;
    }

    private static bool IsHeldBehind(in Operation operation) =>
        operation.IsBarrier || (operation.IsReadModifyWrite && operation.Ordering == Ordering.Full);
}
