using System.Runtime.CompilerServices;

namespace Exploration.Graphs;

/// <summary>How a graph grows and shrinks.</summary>
internal sealed unsafe partial class ExecutionGraph<TSet>
{
    /// <summary>Makes the graph empty.</summary>
    public void Clear()
    {
        Present = default;
        FullFences = default;
        Reads = default;
        Acquires = default;
        Guesses = default;
        Commuting = default;
        Clock = 0;
        for (int thread = 0; thread < Shape.Threads; thread++)
        {
            Threads[thread] = new GraphThread<TSet> { Last = GraphLimits.Initial };
        }

        for (int location = 0; location < Shape.Locations; location++)
        {
            Locations[location] = new GraphLocation<TSet>
            {
                FirstWrite = GraphLimits.Initial,
                LastWrite = GraphLimits.Initial,
            };
        }
    }

    /// <summary>Adds an event at the end of a thread, linked in program order only. The graph must have room.</summary>
    /// <returns>Its number.</returns>
    [MethodImpl(Compilation.AtOnce)]
    public int Append(int thread, int location, EventKind kind, long value, int through = GraphLimits.Initial)
    {
        int number = Present.LowestAbsent();
        TSet self = EventSets.Of<TSet>(number);
        ref GraphThread<TSet> of = ref Threads[thread];
        ref GraphEvent<TSet> added = ref Events[number];
        int previous = of.Last;
        added.Causes = previous < 0 ? default : Events[previous].Causes | EventSets.Of<TSet>(previous);
        added.Value = value;
        added.Node = of.Next;
        added.Stamp = Clock++;
        added.Previous = (short)previous;
        added.Through = (short)through;
        added.Thread = (sbyte)thread;
        added.Location = (sbyte)location;
        added.Kind = kind;
        of.Last = (short)number;
        of.Events |= self;
        Present |= self;
        FullFences |= (kind & (EventKind.FenceBefore | EventKind.FenceAfter)) != 0 ? self : default;
        Reads |= (kind & EventKind.Read) != 0 ? self : default;
        Acquires |= (kind & EventKind.Acquire) != 0 ? self : default;

        return number;
    }

    /// <summary>Makes a read read from a write.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public void LinkRead(int read, int write)
    {
        ref GraphEvent<TSet> reader = ref Events[read];
        ref GraphLocation<TSet> location = ref Locations[reader.Location];
        TSet self = EventSets.Of<TSet>(read);
        reader.ReadFrom = (short)write;
        location.Reads |= self;
        if (write < 0)
        {
            location.InitialReaders |= self;
        }
        else
        {
            Events[write].Readers |= self;
            reader.Causes |= Events[write].Causes | EventSets.Of<TSet>(write);
        }
    }

    /// <summary>Leaves open which write a read reads: one that comes later, and that it causes.</summary>
    public void LinkGuess(int read)
    {
        Events[read].ReadFrom = GraphLimits.Guessed;
        Guesses |= EventSets.Of<TSet>(read);
    }

    /// <summary>Says which write a read reads whose write was left open. Causes stay what they were.</summary>
    public void Bind(int read, int write)
    {
        TSet self = EventSets.Of<TSet>(read);
        Guesses &= ~self;
        Events[read].ReadFrom = (short)write;
        Events[write].Readers |= self;
        Locations[Events[read].Location].Reads |= self;
    }

    /// <summary>Makes a read of a commuting location see some adds.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public void LinkObservation(int read, TSet adds)
    {
        ref GraphEvent<TSet> reader = ref Events[read];
        reader.ReadFrom = GraphLimits.Initial;
        reader.Observed = adds;
        Locations[reader.Location].Reads |= EventSets.Of<TSet>(read);
        foreach (int add in adds)
        {
            reader.Causes |= Events[add].Causes;
        }

        reader.Causes |= adds;
    }

    /// <summary>Counts an add among those of its commuting location.</summary>
    public void LinkAdd(int add)
    {
        Locations[Events[add].Location].Writes |= EventSets.Of<TSet>(add);
        Events[add].LaterWrites = default;
        Events[add].Readers = default;
    }

    /// <summary>Puts a write into the modification order right after another.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public void LinkWrite(int write, int predecessor)
    {
        ref GraphEvent<TSet> added = ref Events[write];
        ref GraphLocation<TSet> location = ref Locations[added.Location];
        int successor = predecessor < 0 ? location.FirstWrite : Events[predecessor].NextWrite;
        added.Readers = default;
        added.LaterWrites = successor < 0 ? default : Events[successor].LaterWrites | EventSets.Of<TSet>(successor);
        Join(ref location, predecessor, write);
        Join(ref location, write, successor);
        TSet self = EventSets.Of<TSet>(write);
        for (int earlier = predecessor; earlier >= 0; earlier = Events[earlier].PreviousWrite)
        {
            Events[earlier].LaterWrites |= self;
        }

        location.Writes |= self;
    }

    /// <summary>Removes a set of events, which must be closed under "is caused by".</summary>
    [MethodImpl(Compilation.AtOnce)]
    public void Remove(TSet removed)
    {
        foreach (int number in removed)
        {
            ref GraphEvent<TSet> gone = ref Events[number];
            if (IsCommuting(number))
            {
                continue;
            }

            if ((gone.Kind & EventKind.Write) != 0)
            {
                Join(ref Locations[gone.Location], gone.PreviousWrite, gone.NextWrite);
            }
            else if ((gone.Kind & EventKind.Read) != 0 && gone.ReadFrom >= 0)
            {
                Events[gone.ReadFrom].Readers &= ~EventSets.Of<TSet>(number);
            }
        }

        TSet kept = Present & ~removed;
        Present = kept;
        FullFences &= kept;
        Reads &= kept;
        Acquires &= kept;
        Guesses &= kept;
        for (int thread = 0; thread < Shape.Threads; thread++)
        {
            ref GraphThread<TSet> of = ref Threads[thread];
            while (of.Last >= 0 && removed.Contains(of.Last))
            {
                of.Next = Events[of.Last].Node;
                of.Last = Events[of.Last].Previous;
            }

            of.Events &= kept;
        }

        for (int location = 0; location < Shape.Locations; location++)
        {
            Locations[location].Writes &= kept;
            Locations[location].Reads &= kept;
            Locations[location].InitialReaders &= kept;
        }

        foreach (int number in kept)
        {
            Events[number].LaterWrites &= kept;
            Events[number].Before &= kept;
        }
    }

    /// <summary>
    /// Makes two writes neighbours in modification order; <see cref="GraphLimits.Initial"/> stands for either end.
    /// </summary>
    private void Join(ref GraphLocation<TSet> location, int earlier, int later)
    {
        if (earlier < 0)
        {
            location.FirstWrite = (short)later;
        }
        else
        {
            Events[earlier].NextWrite = (short)later;
        }

        if (later < 0)
        {
            location.LastWrite = (short)earlier;
        }
        else
        {
            Events[later].PreviousWrite = (short)earlier;
        }
    }
}
