using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// How an access is added: a read behind each write that it may return, a write in each place that is free.
/// </summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    [MethodImpl(Compilation.AtOnce)]
    private bool InsertRead(int depth, ExecutionGraph<TSet> graph, int thread, in Operation operation)
    {
        int location = operation.Location;
        short* choices = stackalloc short[PlaceCount(graph, operation.Location)];
        int count = 0;
        TSet seen = TModel.Seen(graph, thread);
        TSet own = graph.Threads[thread].Events;
        if (TModel.MayBufferLoads && guesses is not null)
        {
            Guess(depth, graph, thread, operation);
        }

        for (int write = graph.Locations[location].LastWrite; ; write = graph.Events[write].PreviousWrite)
        {
            choices[count++] = (short)write;
            if (write < 0 || seen.Contains(write) || graph.Events[write].Readers.Meets(own))
            {
                // No older one: a thread that has read this one reads none before it, under any model.
                break;
            }
        }

        Shuffle(choices, count);
        for (int choice = 0; choice < count - 1 && !_stopped; choice++)
        {
            ExecutionGraph<TSet> branch = At(depth + 1);
            branch.CopyFrom(graph);
            if (TryRead(branch, thread, operation, choices[choice]))
            {
                Descend(depth + 1);
            }
        }

        return TryRead(graph, thread, operation, choices[count - 1]);
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool TryRead(ExecutionGraph<TSet> graph, int thread, in Operation operation, int write)
    {
        long value = write < 0 ? program.Initial[operation.Location] : graph.Events[write].Value;
        bool writes = operation.WritesAfter(value);
        int through = program.FindThrough(graph, thread, operation);
        int read = graph.Append(thread, operation.Location,
            EventKinds.OfRead(operation, writes, TModel.FencesFailedSwap), value, through);
        graph.LinkRead(read, write);
        if (!TModel.TryInsert(graph, read))
        {
            return false;
        }

        if (operation.Ordering == Ordering.Full && !KeepsGuesses(graph, thread))
        {
            return false;
        }

        if (!writes && (operation.Ordering != Ordering.Full || !TModel.FencesFailedSwap))
        {
            Advance(graph, thread, value);
        }

        return true;
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool InsertWrite(int depth, ExecutionGraph<TSet> graph, int thread, in Operation operation)
    {
        int last = graph.Threads[thread].Last;
        TSet causes = last < 0 ? default : graph.Events[last].Causes | EventSets.Of<TSet>(last);
        TSet revisitable = graph.Locations[operation.Location].Reads & ~causes;
        short* choices = stackalloc short[PlaceCount(graph, operation.Location)];
        int count = WritePlaces(graph, thread, operation, choices);
        foreach (int read in revisitable)
        {
            if (!_stopped)
            {
                Revisit(depth, graph, thread, operation, causes, read);
            }
        }

        for (int choice = 0; choice < count - 1 && !_stopped; choice++)
        {
            ExecutionGraph<TSet> branch = At(depth + 1);
            branch.CopyFrom(graph);
            if (TryWrite(branch, thread, operation, choices[choice]))
            {
                Descend(depth + 1);
            }
        }

        return count > 0 && TryWrite(graph, thread, operation, choices[count - 1]);
    }

    /// <summary>
    /// The writes behind which a write may come in modification order: for an update the one that it has read, for a
    /// plain write any; but never one that an update follows, since an update comes right after what it read. As long
    /// as that is a guess, an update is like a plain write, and others may still come right before it.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private int WritePlaces(ExecutionGraph<TSet> graph, int thread, in Operation operation, short* places)
    {
        int count = 0;
        int location = operation.Location;
        if (operation.IsReadModifyWrite && !graph.Guesses.Contains(graph.Threads[thread].Last))
        {
            int read = graph.Events[graph.Threads[thread].Last].ReadFrom;
            int next = read < 0 ? graph.Locations[location].FirstWrite : graph.Events[read].NextWrite;
            if (next < 0 || MayComeBefore(graph, next))
            {
                places[count++] = (short)read;
            }

            return count;
        }

        int successor = -1;
        TSet seen = TModel.Seen(graph, thread);
        for (int write = graph.Locations[location].LastWrite; ; write = graph.Events[write].PreviousWrite)
        {
            if (successor < 0 || MayComeBefore(graph, successor))
            {
                places[count++] = (short)write;
            }

            if (write < 0 || seen.Contains(write))
            {
                break;
            }

            successor = write;
        }

        Shuffle(places, count);
        return count;
    }

    private static bool MayComeBefore(ExecutionGraph<TSet> graph, int write) =>
        (graph.KindOf(write) & EventKind.Update) == 0 || graph.Guesses.Contains(graph.Events[write].Previous);

    /// <summary>The writes of a location, the initial one included.</summary>
    private static int PlaceCount(ExecutionGraph<TSet> graph, int location) =>
        graph.Locations[location].Writes.Count() + 1;

    [MethodImpl(Compilation.AtOnce)]
    private bool TryWrite(ExecutionGraph<TSet> graph, int thread, in Operation operation, int predecessor)
    {
        if (!TryPlace(graph, thread, operation, predecessor, out long returned))
        {
            return false;
        }

        Advance(graph, thread, returned);
        return true;
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool TryPlace(ExecutionGraph<TSet> graph, int thread, in Operation operation, int predecessor,
        out long returned)
    {
        long old = operation.IsReadModifyWrite ? graph.Events[graph.Threads[thread].Last].Value : 0;
        long value = operation.Apply(old, program.SizeOf(operation.Location));
        returned = operation.Kind == OperationKind.BlindAdd ? 0 : old;
        int through = program.FindThrough(graph, thread, operation);
        int write = graph.Append(thread, operation.Location, EventKinds.OfWrite(operation), value, through);
        graph.LinkWrite(write, predecessor);
        return TModel.TryInsert(graph, write);
    }
}
