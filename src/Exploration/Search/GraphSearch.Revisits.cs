using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>The revisits of TruSt: a new write takes an earlier read, and all that came after it, back.</summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    /// <summary>Lets an earlier read read the write that is about to be inserted.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private void Revisit(int depth, ExecutionGraph<TSet> graph, int thread, in Operation operation,
        TSet causes, int read)
    {
        int stamp = graph.Events[read].Stamp;
        if (!HasPlace(graph, thread, operation, causes, stamp) || !IsNewest(graph, read, causes))
        {
            return;
        }

        TSet removed = EventSets.Of<TSet>(read);
        foreach (int other in graph.Present & ~causes)
        {
            if (graph.Events[other].Stamp > stamp)
            {
                if (!IsNewest(graph, other, causes))
                {
                    return;
                }

                removed |= EventSets.Of<TSet>(other);
            }
        }

        ExecutionGraph<TSet> reduced = At(depth + 1);
        reduced.CopyFrom(graph);
        reduced.Remove(removed);
        int readThread = graph.Events[read].Thread;
        Operation again = program.Replays[readThread].Tree[graph.Events[read].Node];
        short* choices = stackalloc short[PlaceCount(reduced, operation.Location)];
        int count = WritePlaces(reduced, thread, operation, choices);
        for (int choice = 0; choice < count && !_stopped; choice++)
        {
            // The last one needs no copy: an update has one place.
            int below = choice == count - 1 ? depth + 1 : depth + 2;
            ExecutionGraph<TSet> branch = At(below);
            if (below != depth + 1)
            {
                branch.CopyFrom(reduced);
            }

            if (TryWrite(branch, thread, operation, choices[choice])
                && TryRead(branch, readThread, again, branch.Threads[thread].Last))
            {
                branch.Events[branch.Threads[readThread].Last].Stamp = stamp;
                Descend(below);
            }
        }
    }

    /// <summary>
    /// Whether an update can come right behind what it has read once all that is younger than some stamp, its causes
    /// apart, is taken away; any other write has a place.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static bool HasPlace(
        ExecutionGraph<TSet> graph, int thread, in Operation operation, TSet causes, int stamp)
    {
        int last = graph.Threads[thread].Last;
        if (!operation.IsReadModifyWrite || graph.Guesses.Contains(last))
        {
            return true;
        }

        int next = graph.NextWrite(operation.Location, graph.Events[last].ReadFrom);
        while (next >= 0 && graph.Events[next].Stamp > stamp && !causes.Contains(next))
        {
            next = graph.Events[next].NextWrite;
        }

        return next < 0 || MayComeBefore(graph, next);
    }

    /// <summary>
    /// Whether an event was added in the most recent way, seen from the events older than it and from those that cause
    /// the revisiting write: a read of the newest write, a write at the end that nobody older reads.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static bool IsNewest(ExecutionGraph<TSet> graph, int number, TSet causes)
    {
        EventKind kind = graph.KindOf(number);
        int location = graph.Events[number].Location;
        if ((kind & EventKind.Fence) != 0)
        {
            return true;
        }

        if (graph.IsCommuting(number))
        {
            return IsNewestObservation(graph, number, causes);
        }

        TSet newer;
        if ((kind & EventKind.Read) != 0)
        {
            int write = graph.Events[number].ReadFrom;
            if (write == GraphLimits.Guessed)
            {
                return false;
            }

            newer = graph.WritesBehind(location, write);
            if (write >= 0 && !IsOlder(graph, write, number, causes))
            {
                return false;
            }
        }
        else
        {
            newer = graph.Events[number].LaterWrites | graph.Events[number].Readers;
        }

        foreach (int other in newer)
        {
            if (IsOlder(graph, other, number, causes))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The same for a commuting location: a read of all older adds and no other, an add that nobody older has seen.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static bool IsNewestObservation(ExecutionGraph<TSet> graph, int number, TSet causes)
    {
        int location = graph.Events[number].Location;
        if ((graph.KindOf(number) & EventKind.Read) == 0)
        {
            foreach (int reader in graph.Locations[location].Reads)
            {
                if (graph.Events[reader].Observed.Contains(number) && IsOlder(graph, reader, number, causes))
                {
                    return false;
                }
            }

            return true;
        }

        foreach (int add in graph.Locations[location].Writes)
        {
            bool observed = graph.Events[number].Observed.Contains(add);
            if (observed != IsOlder(graph, add, number, causes))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOlder(ExecutionGraph<TSet> graph, int number, int than, TSet causes) =>
        causes.Contains(number) || graph.Events[number].Stamp < graph.Events[than].Stamp;
}
