using System.Runtime.CompilerServices;

namespace Exploration.Graphs;

/// <summary>How a graph is copied: what is in use of it, no more.</summary>
internal sealed unsafe partial class ExecutionGraph<TSet>
{
    /// <summary>Makes the graph the same as another one of its shape.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public void CopyFrom(ExecutionGraph<TSet> other)
    {
        Present = other.Present;
        FullFences = other.FullFences;
        Reads = other.Reads;
        Acquires = other.Acquires;
        Guesses = other.Guesses;
        Commuting = other.Commuting;
        Clock = other.Clock;
        int length = Present.Length();
        Copy(other._memory.Start, _memory.Start, _fixedBytes + (length * sizeof(GraphEvent<TSet>)));
        if (Fences != null)
        {
            Copy(other.Fences, Fences, length * sizeof(FenceRow<TSet>));
        }
    }

    /// <summary>Makes the graph the same as one of another width, whose events fit.</summary>
    public void CopyFrom<TOther>(ExecutionGraph<TOther> other)
        where TOther : unmanaged, IEventSet<TOther>
    {
        Present = EventSets.To<TSet, TOther>(other.Present);
        FullFences = EventSets.To<TSet, TOther>(other.FullFences);
        Reads = EventSets.To<TSet, TOther>(other.Reads);
        Acquires = EventSets.To<TSet, TOther>(other.Acquires);
        Guesses = EventSets.To<TSet, TOther>(other.Guesses);
        Commuting = other.Commuting;
        Clock = other.Clock;
        for (int thread = 0; thread < Shape.Threads; thread++)
        {
            Threads[thread] = Convert(other.Threads[thread]);
        }

        for (int location = 0; location < Shape.Locations; location++)
        {
            Locations[location] = Convert(other.Locations[location]);
        }

        foreach (int number in Present)
        {
            Events[number] = Convert(other.Events[number]);
            if (Fences != null)
            {
                Fences[number] = Convert(other.Fences[number]);
            }
        }
    }

    private static void Copy(void* from, void* to, long bytes) => Buffer.MemoryCopy(from, to, bytes, bytes);

    private static GraphThread<TSet> Convert<TOther>(GraphThread<TOther> other)
        where TOther : unmanaged, IEventSet<TOther> => new()
        {
            Events = EventSets.To<TSet, TOther>(other.Events),
            Next = other.Next,
            Last = other.Last,
        };

    private static GraphLocation<TSet> Convert<TOther>(GraphLocation<TOther> other)
        where TOther : unmanaged, IEventSet<TOther> => new()
        {
            Writes = EventSets.To<TSet, TOther>(other.Writes),
            Reads = EventSets.To<TSet, TOther>(other.Reads),
            InitialReaders = EventSets.To<TSet, TOther>(other.InitialReaders),
            FirstWrite = other.FirstWrite,
            LastWrite = other.LastWrite,
        };

    private static GraphEvent<TSet> Convert<TOther>(GraphEvent<TOther> other)
        where TOther : unmanaged, IEventSet<TOther> => new()
        {
            Causes = EventSets.To<TSet, TOther>(other.Causes),
            Before = EventSets.To<TSet, TOther>(other.Before),
            Readers = EventSets.To<TSet, TOther>(other.Readers),
            LaterWrites = EventSets.To<TSet, TOther>(other.LaterWrites),
            Value = other.Value,
            Node = other.Node,
            Stamp = other.Stamp,
            ReadFrom = other.ReadFrom,
            NextWrite = other.NextWrite,
            PreviousWrite = other.PreviousWrite,
            Previous = other.Previous,
            Through = other.Through,
            Thread = other.Thread,
            Location = other.Location,
            Kind = other.Kind,
        };

    private static FenceRow<TSet> Convert<TOther>(FenceRow<TOther> other)
        where TOther : unmanaged, IEventSet<TOther> => new()
        {
            Released = EventSets.To<TSet, TOther>(other.Released),
            Acquirable = EventSets.To<TSet, TOther>(other.Acquirable),
            Fenced = EventSets.To<TSet, TOther>(other.Fenced),
            Entry = EventSets.To<TSet, TOther>(other.Entry),
        };
}
