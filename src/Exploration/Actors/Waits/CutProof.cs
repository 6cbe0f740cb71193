namespace Exploration.Actors.Waits;

/// <summary>
/// Looks behind the turns that a search has cut: on every way that it has found on from a turn's beginning, the actor
/// must do the same behind the turn's end. Then an execution with the turn shows nothing that one without it does not
/// show, since taking the turn's reads away leaves an execution that every model allows.
/// </summary>
/// <remarks>
/// An actor's code is opaque; so other turns may matter that come in between. The ways are tried behind the turn,
/// behind the turn and one or two others that begin where it does, and behind rows of the turn: an actor may count its
/// turns, and do something else behind some number of them and no other.
/// </remarks>
internal sealed class CutProof
{
    /// <summary>
    /// Runs for all turns of an actor together, 2 us each; an actor in a large search has thousands of turns.
    /// </summary>
    private const int MaxRuns = 200_000;

    private const int MaxWaysOfTurn = 1_024;
    private const int WaysOfMix = 16;
    private const int MaxMixes = 64;
    private const int WaysOfRow = 8;
    private const int TurnsOfEveryLength = 2;

    /// <summary>Operations of a row: more than an execution has events.</summary>
    private const int Many = 600;

    /// <summary>Turns of a row, however many operations they have: a runtime spins for 35 or 140.</summary>
    private const int LeastTurns = 150;

    /// <summary>
    /// Lengths of the rows that are tried, more where an actor has few turns: 3 400 steps for each turn and way, else
    /// 610. All lengths up to 600 are 180 thousand steps, and are tried with one way, of the first turns: with eight a
    /// queue of ordinary code took 3.0 s instead of 0.35 s.
    /// </summary>
    private static readonly (int MostCuts, int[] Lengths)[] s_rows =
    [
        (16, [.. Enumerable.Range(1, 48), 64, 128, 256, 512, Many]),
        (int.MaxValue, [1, 2, 3, 4, Many]),
    ];

    private readonly Replay _replay;
    private readonly Follower _follower = new();
    private readonly int _ways;
    private readonly int _mixes;
    private readonly int[] _rows;
    private int _everyLength = TurnsOfEveryLength;

    private CutProof(Replay replay, int cuts)
    {
        _replay = replay;
        _ways = Math.Clamp(MaxRuns / Math.Max(1, cuts), WaysOfMix, MaxWaysOfTurn);
        _rows = s_rows.First(rows => cuts <= rows.MostCuts).Lengths;
        _mixes = Math.Clamp(MaxRuns / WaysOfMix / Math.Max(1, cuts), 4, MaxMixes);
    }

    /// <summary>
    /// Turns that must not be cut after so few repeats: behind them an actor was not where it had been.
    /// </summary>
    /// <param name="replay">The actor.</param>
    /// <param name="waits">Its turns.</param>
    public static IReadOnlyList<CutTurn> FindRefuted(Replay replay, WaitLoops waits)
    {
        CutTurn[] all = [.. waits.Cuts];
        CutProof proof = new(replay, all.Length);
        List<CutTurn> refuted = [];
        foreach (IGrouping<int, CutTurn> cuts in all.GroupBy(cut => cut.First))
        {
            // The shortest first: where only some are tried, those that begin with another turn say what a longer row
            // says.
            Continuation[] ways = [.. Continuation.From(replay, waits, cuts.Key).OrderBy(way => way.Operations.Length)];
            List<CutTurn> taken = [];
            refuted.AddRange(cuts.Where(cut => !proof.Holds(cut, [.. cuts], ways, taken)));
        }

        return refuted;
    }

    /// <summary>Whether nothing is different behind a turn.</summary>
    /// <param name="cut">The turn.</param>
    /// <param name="others">Those that begin alike, this one included.</param>
    /// <param name="ways">The ways on from there.</param>
    /// <param name="taken">Those behind which the actor has taken them; what leaves the same goes on alike.</param>
    private bool Holds(CutTurn cut, CutTurn[] others, Continuation[] ways, List<CutTurn> taken) =>
        TakesAlone(cut, ways, taken)
        && (cut.Settled >= 0 || _everyLength-- <= 0
            || TakesRows(cut, [.. ways.Where(way => way.End == OperationKind.Finish).Take(1)]))
        && RowsOf(cut).All(length => Takes(cut, [.. Enumerable.Repeat(cut.Turn, length)], Spread(ways, WaysOfRow)))
        && Array.TrueForAll(Spread([.. Mixes(cut, others)], _mixes), mix => Takes(cut, mix, Spread(ways, WaysOfMix)));

    private bool TakesAlone(CutTurn cut, Continuation[] ways, List<CutTurn> taken)
    {
        if (taken.Exists(cut.LeavesWhatLeaves))
        {
            return true;
        }

        bool takes = Takes(cut, [], Spread(ways, _ways));
        if (takes)
        {
            taken.Add(cut);
        }

        return takes;
    }

    /// <summary>Lengths of rows that may make a difference: where the state comes back, longer ones are as one of
    /// these.</summary>
    private IEnumerable<int> RowsOf(CutTurn cut) => cut.Settled >= 0
        ? Enumerable.Range(1, cut.Settled)
        : _rows.Select(length => Math.Min(length, MostTurns(cut.Turn))).Distinct();

    /// <summary>
    /// Whether rows of every length make no difference. A turn may be the same steps several times, at several places
    /// of the code: then what a row does depends on where it ends, and on nothing else.
    /// </summary>
    private bool TakesRows(CutTurn cut, Continuation[] ways) => ways.Length == 0
        || _replay.Remember($"{cut.Turn.KeyAt(_replay, cut.Pause)} | {KeyOf(ways[0])}", () => FindRows(cut, ways));

    private bool FindRows(CutTurn cut, Continuation[] ways)
    {
        Turn step = cut.Turn.Shortest;
        int places = cut.Turn.Length / step.Length;
        bool[] takes = [.. Enumerable.Range(0, MostTurns(step))
            .Select(length => Takes(cut, [.. Enumerable.Repeat(step, length)], ways))];
        return takes[0] && takes.Index().All(row => row.Item == takes[row.Index % places]);
    }

    private static int MostTurns(Turn turn) => Math.Max(Many / turn.Length, LeastTurns);

    private string KeyOf(Continuation way) =>
        $"{new Turn(way.Operations, way.Returned).Key} {string.Join(' ', _replay.ResultOf(way.Result))}";

    private bool Takes(CutTurn cut, Turn[] turns, Continuation[] ways) =>
        Array.TrueForAll(ways, way => _follower.Takes(_replay, cut.Pause, turns, way));

    private static IEnumerable<Turn[]> Mixes(CutTurn cut, CutTurn[] others)
    {
        foreach (CutTurn second in others)
        {
            bool leavesSame = second.LeavesWhatLeaves(cut);
            if (second != cut && !leavesSame)
            {
                yield return [second.Turn];
            }

            foreach (CutTurn third in others.Where(third => !leavesSame || !third.LeavesWhatLeaves(cut)))
            {
                yield return [second.Turn, third.Turn];
            }
        }
    }

    /// <summary>At most so many of the items, from all over.</summary>
    private static T[] Spread<T>(T[] items, int most) => items.Length <= most
        ? items
        : [.. Enumerable.Range(0, most).Select(index => items[(int)((long)index * items.Length / most)])];
}
