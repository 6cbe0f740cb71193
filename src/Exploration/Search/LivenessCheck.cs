using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// Judges an execution that has come to rest with somebody waiting. It tells a wait that has only not ended yet from
/// one that never ends: whoever waits would go on waiting when its turn runs again and reads the last writes, and a
/// write that changes nothing is no progress. Whoever has thrown is the reason that others wait.
/// </summary>
internal static unsafe class LivenessCheck
{
    /// <summary>
    /// What an actor has thrown, or a sentence about those that wait for ever; null if one of them could go on.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="graph">The execution.</param>
    /// <param name="waiting">Who waits, as a set.</param>
    /// <param name="memory">
    /// Room for what memory holds, one word for each location. It is the caller's, because most executions of a stack
    /// are judged here; it is filled anew each time, and nobody keeps what is in it.
    /// </param>
    public static string? Judge<TSet>(Program program, ExecutionGraph<TSet> graph, ulong waiting, long[] memory)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (Thrown(program, graph) is string thrown)
        {
            return thrown;
        }

        for (int location = 0; location < memory.Length; location++)
        {
            memory[location] = program.FinalValue(graph, location);
        }

        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            // A run that changes a word of the memory ends there, and so does this loop.
            if ((waiting & (1UL << thread)) != 0
                && !program.Waits[thread].WaitsForEver(graph.Threads[thread].Next, memory))
            {
                return null;
            }
        }

        return NeverEnds(program, waiting);
    }

    private static string NeverEnds(Program program, ulong waiting)
    {
        IEnumerable<string> names = program.Instance.Actors
            .Where((_, thread) => (waiting & (1UL << thread)) != 0).Select(actor => actor.Name);
        return $"Never ends: {string.Join(", ", names)} still wait when everybody else has finished and the "
            + "last writes are visible.";
    }

    /// <summary>What an actor has thrown, however far the others are; null if none has.</summary>
    public static string? Thrown<TSet>(Program program, ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            Replay replay = program.Replays[thread];
            int node = graph.Threads[thread].Next;
            if (replay.Tree.KindOf(node) == OperationKind.Throw)
            {
                return replay.MessageOf(replay.Tree.ResultOf(node));
            }
        }

        return null;
    }
}
