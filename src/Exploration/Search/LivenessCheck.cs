using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Tells a wait that has only not ended yet from one that never ends: everybody has finished or waits, and whoever waits would
/// go on waiting when its turn runs again and reads the last writes.
/// </summary>
internal static unsafe class LivenessCheck
{
    /// <summary>A sentence about the actors that wait for ever, or null if one of them could go on.</summary>
    public static string? Judge<TSet>(Program program, ExecutionGraph<TSet> graph, ulong waiting)
        where TSet : unmanaged, IEventSet<TSet>
    {
        long[] memory = new long[program.Initial.Length];
        for (int location = 0; location < memory.Length; location++)
        {
            memory[location] = program.FinalValue(graph, location);
        }

        List<string> names = [];
        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            if ((waiting & (1UL << thread)) != 0)
            {
                if (!program.Waits[thread].Waits(graph.Threads[thread].Next, memory))
                {
                    return null;
                }

                names.Add(program.Instance.Actors[thread].Name);
            }
        }

        return $"Never ends: {string.Join(", ", names)} still wait when everybody else has finished and the last writes are visible.";
    }
}
