using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Tells whether the events of a graph have an order that keeps the model's, and in which each write comes behind all
/// earlier reads of its thread. Then each write is justified by what was read before it (<see cref="Speculation"/>),
/// and no actor need be run again. Most graphs have one.
/// </summary>
internal static unsafe class CommitOrder
{
    /// <summary>Whether there is one.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="reads">Its reads.</param>
    [MethodImpl(Compilation.AtOnce)]
    public static bool Exists<TSet>(ExecutionGraph<TSet> graph, TSet reads)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet left = graph.Present;
        bool shrinks = true;
        while (shrinks)
        {
            shrinks = false;
            foreach (int number in left)
            {
                bool isWrite = (graph.KindOf(number) & EventKind.Write) != 0;
                TSet earlier = isWrite ? Speculation.EarlierReads(graph, number, reads) : default;
                if (!(graph.Events[number].Before | earlier).Meets(left))
                {
                    left &= ~EventSets.Of<TSet>(number);
                    shrinks = true;
                }
            }
        }

        return left.IsEmpty;
    }
}
