namespace Exploration.Actors.Waits;

/// <summary>
/// Tells the failed turns of one actor that a search need not go on behind, because the actor is where it was before
/// them: what follows is what follows the turn that ends the wait.
/// </summary>
/// <remarks>
/// A turn ends with <c>Pause</c>. It may be cut if it changes no word, if the actor, fed the same again, repeats it for
/// longer than any loop that gives up, and if what the search found behind its beginning is what comes behind its end,
/// too, which <see cref="CutProof"/> looks at when the search is over. A turn that fails there is run as often as it
/// makes a difference.
/// </remarks>
internal sealed class WaitLoops(Replay replay, int[] sizes)
{
    /// <summary>
    /// A turn may be the same steps several times: a loop that polls one word in several places. More places are not
    /// tried.
    /// </summary>
    private const int MaxPeriods = 4;

    /// <summary>
    /// Turns of a loop that never ends by itself and that cannot be cut. More of them do not make the search complete;
    /// without a limit each fills an execution, and the search takes hours for what it gets in seconds.
    /// </summary>
    public const int MaxEndlessTurns = 32;

    /// <summary>Operations of an actor alone that are looked up one by one.</summary>
    private const int MaxSteps = 128;

    private readonly long[] _noMemory = new long[sizes.Length];
    private readonly Dictionary<int, CutTurn?> _cuts = [];
    private readonly HashSet<int> _endless = [];
    private readonly Repeater _repeater = new();
    private readonly Patience _patience = new(longWaits: 4);
    private readonly MemoryRun _memoryRun = new(sizes);
    private readonly Patience _stillness = new(longWaits: 1);
    private IReadOnlyDictionary<string, int> _allowances = new Dictionary<string, int>();

    /// <summary>The turns cut so far.</summary>
    public IEnumerable<CutTurn> Cuts => _cuts.Values.OfType<CutTurn>();

    /// <summary>Begins a search: what was cut before counts no more.</summary>
    /// <param name="allowances">How often a turn, by its key, is run in a row before it is cut; 0 for all
    /// others.</param>
    public void Begin(IReadOnlyDictionary<string, int> allowances)
    {
        _allowances = allowances;
        _cuts.Clear();
        _endless.Clear();
    }

    /// <summary>The first node at or behind a node at which the actor acts, ends, or waits.</summary>
    public int Skip(int node)
    {
        while (replay.Tree[node].Kind == OperationKind.Pause && CutAt(node) is null && !IsEndless(node))
        {
            node = replay.Next(node, 0, _noMemory);
            replay.Tree.Visit(node);
        }

        return node;
    }

    /// <summary>
    /// Whether the actor is held at a pause because it has repeated turns that cannot be cut for long enough.
    /// </summary>
    public bool IsEndless(int pause) => _endless.Contains(pause);

    /// <summary>Whether the actor, waiting at a node, waits for ever if memory stays as it is.</summary>
    /// <param name="node">Where it waits.</param>
    /// <param name="memory">What memory holds, by location.</param>
    public bool WaitsForEver(int node, long[] memory)
    {
        // A turn that has been seen to repeat, and that finds the same again, need not be watched once more.
        if (replay.Tree[node].Kind == OperationKind.Stick
            || (_cuts.GetValueOrDefault(node) is CutTurn cut && cut.Turn.IsFoundIn(memory)))
        {
            return true;
        }

        if (ComesBack(node, memory) is bool known)
        {
            return known;
        }

        bool waits = _memoryRun.Waits(replay, node, memory, _stillness.Turns);
        if (waits)
        {
            _stillness.Spend();
        }

        return waits;
    }

    /// <summary>
    /// Whether the actor, alone, comes back to a wait; null if it goes on for longer. What it does is found once for
    /// thousands of executions, in which memory holds the same.
    /// </summary>
    private bool? ComesBack(int node, long[] memory)
    {
        ActorTree tree = replay.Tree;
        long found = 0;
        for (int step = 0; step < MaxSteps; step++)
        {
            int next = tree.Find(node, found);
            node = next >= 0 ? next : replay.NextIfAny(node, found, memory);
            if (node < 0)
            {
                return null;
            }

            Operation operation = tree[node];
            found = operation.Location < 0 ? 0 : memory[operation.Location];
            if (operation.IsEnd
                || (operation.Location >= 0 && operation.Apply(found, sizes[operation.Location]) != found))
            {
                return false;
            }

            if (operation.Kind == OperationKind.Stick
                || (_cuts.GetValueOrDefault(node) is CutTurn cut && cut.Turn.IsFoundIn(memory)))
            {
                return true;
            }

            found = operation.Returns ? found : 0;
        }

        return null;
    }

    /// <summary>The turn that is cut at a pause; null if the actor goes on there.</summary>
    public CutTurn? CutAt(int pause)
    {
        if (!_cuts.TryGetValue(pause, out CutTurn? cut))
        {
            Operation next = replay.Tree[replay.Next(pause, 0, _noMemory)];
            cut = next.IsEnd || next.IsWait ? null : FindCut(pause, next);
            _cuts.Add(pause, cut);
            if (cut is null && KeepsWriting(pause))
            {
                _endless.Add(pause);
            }
        }

        return cut;
    }

    /// <summary>The shortest turn that ends here and that the actor begins again.</summary>
    private CutTurn? FindCut(int pause, in Operation next)
    {
        PastSteps past = PastOf(pause);
        int shortest = 0;
        for (int length = 1; length <= past.Length; length++)
        {
            if (past.OperationAt(past.Length - length) != next)
            {
                continue;
            }

            Turn turn = past.LastTurn(length);
            if (shortest > 0 && length > MaxPeriods * shortest && turn.HasPeriod(shortest))
            {
                continue;
            }

            shortest = shortest == 0 ? length : shortest;
            int repeats = past.EndsWith(turn);
            int allowed = _allowances.Count == 0 ? 0 : _allowances.GetValueOrDefault(turn.Key);
            if (repeats > Math.Min(allowed, MaxEndlessTurns) && Repeats(pause, turn, out int settled))
            {
                if (repeats > allowed)
                {
                    return new CutTurn(pause, past.NodeAt(past.Length - length), turn, repeats)
                    {
                        Settled = settled,
                        State = settled < 0 ? null : _repeater.State(),
                    };
                }

                // Every turn leaves something behind, such as a higher count.
                _endless.Add(pause);
                return null;
            }
        }

        return null;
    }

    private bool Repeats(int pause, Turn turn, out int settled)
    {
        settled = _repeater.Settles(replay, pause, turn) ? _repeater.Settled : -1;
        return settled >= 0 || IsSeenToRepeat(pause, turn);
    }

    /// <summary>Long watches are a good part of a small search, and the next one would ask the same.</summary>
    private bool IsSeenToRepeat(int pause, Turn turn)
    {
        int turns = _patience.Turns;
        bool repeats = turns > Patience.Short
            ? replay.Remember($"{turns} times | {turn.KeyAt(replay, pause)}",
                () => _repeater.Repeats(replay, pause, turn, turns))
            : _repeater.Repeats(replay, pause, turn, turns);
        if (repeats)
        {
            _patience.Spend();
        }

        return repeats;
    }

    /// <summary>
    /// Whether the actor has made many turns and, if memory stays as it knows it, goes on to write in each.
    /// </summary>
    private bool KeepsWriting(int pause)
    {
        int turns = 0;
        long[] memory = new long[sizes.Length];
        bool[] isKnown = new bool[sizes.Length];
        int behind = pause;
        for (int node = pause; node >= 0; behind = node, node = replay.Tree.ParentOf(node))
        {
            Operation operation = replay.Tree[node];
            turns += operation.Kind == OperationKind.Pause ? 1 : 0;
            if (operation.Location >= 0 && !isKnown[operation.Location] && operation.Kind != OperationKind.BlindAdd)
            {
                isKnown[operation.Location] = true;
                memory[operation.Location] = operation.Apply(replay.Tree.ValueInto(behind), sizes[operation.Location]);
            }
        }

        return turns > MaxEndlessTurns && _memoryRun.KeepsWriting(replay, pause, memory, Patience.Short);
    }

    /// <summary>What the actor did up to a pause since it last changed a word.</summary>
    private PastSteps PastOf(int pause)
    {
        List<int> nodes = [];
        List<long> found = [];
        int behind = pause;
        for (int node = replay.Tree.ParentOf(pause); node >= 0; behind = node, node = replay.Tree.ParentOf(node))
        {
            Operation operation = replay.Tree[node];
            long old = replay.Tree.ValueInto(behind);
            if (operation.Location >= 0 && operation.Changes(old, sizes[operation.Location]))
            {
                break;
            }

            if (operation.Kind != OperationKind.Pause)
            {
                nodes.Add(node);
                found.Add(old);
            }
        }

        nodes.Reverse();
        found.Reverse();
        return new PastSteps(replay.Tree, [.. nodes], [.. found]);
    }
}
