using Exploration.Actors;

namespace Exploration.Programs;

/// <summary>
/// Looks whether actors share anything but the declared words: each one, run again among the others, must do what it
/// did alone.
/// </summary>
internal static class Isolation
{
    /// <summary>Ways of an actor to run again; 2 us each.</summary>
    private const int MaxWays = 256;

    private const int Rounds = 2;

    /// <summary>Runs every actor's beginning before and behind those of all others.</summary>
    /// <exception cref="ExplorationException">An actor depends on more than shared words.</exception>
    public static void CheckBeginnings(Program program)
    {
        foreach (Replay replay in program.Replays.Reverse())
        {
            replay.Next(-1, 0, program.Initial);
        }

        foreach (Replay replay in program.Replays)
        {
            replay.Repeat(-1, 0, program.Initial);
        }

        program.CheckWords();
    }

    /// <summary>Runs ways that the search has found, the actors in turn.</summary>
    /// <exception cref="ExplorationException">An actor depends on more than shared words.</exception>
    public static void CheckWays(Program program)
    {
        int[][] ends = [.. program.Replays.Select(replay => EndsOf(replay.Tree))];
        for (int index = 0; index < Rounds * MaxWays; index++)
        {
            for (int actor = 0; actor < ends.Length; actor++)
            {
                if (index < Rounds * ends[actor].Length)
                {
                    Replay replay = program.Replays[actor];
                    int end = ends[actor][index % ends[actor].Length];
                    replay.Repeat(replay.Tree.ParentOf(end), replay.Tree.ValueInto(end), program.Initial);
                }
            }
        }

        program.CheckWords();
    }

    private static int[] EndsOf(ActorTree tree)
    {
        int[] ends = [.. Enumerable.Range(0, tree.Count).Where(node => tree.IsVisited(node) && tree[node].IsEnd)];
        int step = Math.Max(1, ends.Length / MaxWays);
        return [.. ends.Where((_, index) => index % step == 0).Take(MaxWays)];
    }
}
