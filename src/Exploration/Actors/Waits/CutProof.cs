namespace Exploration.Actors.Waits;

/// <summary>
/// Looks behind the turns that a search has cut: on every way that it has found on from a turn's beginning, the actor must do the
/// same behind the turn's end. Then an execution with the turn shows nothing that one without it does not show, since taking
/// the turn's reads away leaves an execution that every model allows.
/// </summary>
/// <remarks>
/// An actor's code is opaque; so other turns may matter that come in between. The ways are tried behind the turn, behind
/// the turn and one or two others that begin where it does, and behind the turn repeated for long.
/// </remarks>
internal sealed class CutProof
{
    /// <summary>Runs for all turns of an actor together, 2 us each; an actor in a large search has thousands of turns.</summary>
    private const int MaxRuns = 200_000;

    private const int MaxWaysOfTurn = 1_024;
    private const int WaysOfMix = 16;
    private const int MaxMixes = 64;
    private const int WaysOfMany = 4;

    /// <summary>More than an execution has events.</summary>
    private const int Many = 600;

    private readonly Replay _replay;
    private readonly Follower _follower = new();
    private readonly int _ways;
    private readonly int _mixes;

    private CutProof(Replay replay, int cuts)
    {
        _replay = replay;
        _ways = Math.Clamp(MaxRuns / Math.Max(1, cuts), WaysOfMix, MaxWaysOfTurn);
        _mixes = Math.Clamp(MaxRuns / WaysOfMix / Math.Max(1, cuts), 4, MaxMixes);
    }

    /// <summary>Turns that must not be cut after so few repeats: behind them an actor was not where it had been.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="waits">Its turns.</param>
    public static IReadOnlyList<CutTurn> FindRefuted(Replay replay, WaitLoops waits)
    {
        CutTurn[] all = [.. waits.Cuts];
        CutProof proof = new(replay, all.Length);
        List<CutTurn> refuted = [];
        foreach (IGrouping<int, CutTurn> cuts in all.GroupBy(cut => cut.First))
        {
            Continuation[] ways = [.. Continuation.From(replay, waits, cuts.Key)];
            refuted.AddRange(cuts.Where(cut => !proof.Holds(cut, [.. cuts], ways)));
        }

        return refuted;
    }

    private bool Holds(CutTurn cut, CutTurn[] others, Continuation[] ways) =>
        Takes(cut, [], Spread(ways, _ways))
        && Takes(cut, [.. Enumerable.Repeat(cut.Turn, Many)], Spread(ways, WaysOfMany))
        && Array.TrueForAll(Spread([.. Mixes(cut, others)], _mixes), mix => Takes(cut, mix, Spread(ways, WaysOfMix)));

    private bool Takes(CutTurn cut, Turn[] turns, Continuation[] ways) =>
        Array.TrueForAll(ways, way => _follower.Takes(_replay, cut.Pause, turns, way));

    private static IEnumerable<Turn[]> Mixes(CutTurn cut, CutTurn[] others)
    {
        foreach (Turn second in others.Select(other => other.Turn))
        {
            if (second != cut.Turn)
            {
                yield return [second];
            }

            foreach (CutTurn third in others)
            {
                yield return [second, third.Turn];
            }
        }
    }

    /// <summary>At most so many of the items, from all over.</summary>
    private static T[] Spread<T>(T[] items, int most) => items.Length <= most
        ? items
        : [.. Enumerable.Range(0, most).Select(index => items[(int)((long)index * items.Length / most)])];
}
