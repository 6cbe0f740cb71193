using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// What an access sees of others and they of it: reads-from, modification order and from-reads, with every write of the
/// word and not only the next, since neighbours of one thread order nothing between threads.
/// </summary>
internal static unsafe class Observation
{
    /// <summary>The events before and after an access.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public static void Of<TSet>(ExecutionGraph<TSet> graph, int number, out TSet earlier, out TSet later)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> access = ref graph.Events[number];
        ref GraphLocation<TSet> location = ref graph.Locations[access.Location];
        earlier = default;
        later = default;
        if (graph.IsCommuting(number))
        {
            // The reads that are there when an add comes have not seen it.
            bool reads = (access.Kind & EventKind.Read) != 0;
            earlier = reads ? access.Observed : location.Reads;
            later = reads ? location.Writes & ~access.Observed : default;
        }
        else if ((access.Kind & EventKind.Read) != 0)
        {
            earlier = access.ReadFrom < 0 ? default : EventSets.Of<TSet>(access.ReadFrom);
            later = graph.WritesBehind(access.Location, access.ReadFrom);
        }

        if ((access.Kind & EventKind.Write) != 0 && !graph.IsCommuting(number))
        {
            earlier |= location.InitialReaders;
            for (int write = access.PreviousWrite; write >= 0; write = graph.Events[write].PreviousWrite)
            {
                earlier |= EventSets.Of<TSet>(write) | graph.Events[write].Readers;
            }

            later |= access.LaterWrites | access.Readers;
        }
    }
}
