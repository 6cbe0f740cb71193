using System.Numerics;

namespace Exploration.Graphs;

/// <summary>How a graph grows and shrinks.</summary>
internal unsafe partial struct ExecutionGraph
{
    /// <summary>Makes the graph empty.</summary>
    public void Clear()
    {
        this = default;
        for (int thread = 0; thread < MaxThreads; thread++)
        {
            Last[thread] = Initial;
        }

        for (int location = 0; location < MaxLocations; location++)
        {
            FirstWrite[location] = Initial;
            LastWrite[location] = Initial;
        }
    }

    /// <summary>Adds an event at the end of a thread, linked in program order only.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="ExplorationException">The graph is full.</exception>
    public int Append(int thread, int location, EventKind kind, long value)
    {
        int number = BitOperations.TrailingZeroCount(~Present);
        if (number == MaxEvents)
        {
            throw new ExplorationException(
                $"An execution has more than {MaxEvents} events. Explore fewer writers, readers or values; if an actor waits in a loop, end each failed turn with Pause.");
        }

        Kinds[number] = (byte)kind;
        Thread[number] = (sbyte)thread;
        Location[number] = (sbyte)location;
        Value[number] = value;
        Node[number] = Next[thread];
        Stamp[number] = Clock++;
        FullFences |= (kind & (EventKind.FenceBefore | EventKind.FenceAfter)) != 0 ? Bit(number) : 0;
        LinkThread(number);
        return number;
    }

    /// <summary>Puts an event at the end of its thread.</summary>
    public void LinkThread(int number)
    {
        int thread = Thread[number];
        int previous = Last[thread];
        Previous[number] = (sbyte)previous;
        Causes[number] = previous < 0 ? 0 : Causes[previous] | Bit(previous);
        Last[thread] = (sbyte)number;
        OfThread[thread] |= Bit(number);
        Present |= Bit(number);
    }

    /// <summary>Makes a read read from a write.</summary>
    public void LinkRead(int read, int write)
    {
        int location = Location[read];
        ReadFrom[read] = (sbyte)write;
        ReadsOf[location] |= Bit(read);
        if (write < 0)
        {
            InitialReaders[location] |= Bit(read);
        }
        else
        {
            Readers[write] |= Bit(read);
            Causes[read] |= Causes[write] | Bit(write);
        }
    }

    /// <summary>Makes a read of a commuting location see some adds.</summary>
    public void LinkObservation(int read, ulong adds)
    {
        ReadFrom[read] = Initial;
        ReadsOf[Location[read]] |= Bit(read);
        Observed[read] = adds;
        for (ulong rest = adds; rest != 0; rest &= rest - 1)
        {
            Causes[read] |= Causes[BitOperations.TrailingZeroCount(rest)];
        }

        Causes[read] |= adds;
    }

    /// <summary>Counts an add among those of its commuting location.</summary>
    public void LinkAdd(int add)
    {
        WritesTo[Location[add]] |= Bit(add);
        LaterWrites[add] = 0;
        Readers[add] = 0;
    }

    /// <summary>Puts a write into the modification order right after another.</summary>
    public void LinkWrite(int write, int predecessor)
    {
        int location = Location[write];
        int successor = predecessor < 0 ? FirstWrite[location] : NextWrite[predecessor];
        PreviousWrite[write] = (sbyte)predecessor;
        NextWrite[write] = (sbyte)successor;
        Readers[write] = 0;
        LaterWrites[write] = successor < 0 ? 0 : LaterWrites[successor] | Bit(successor);
        if (successor < 0)
        {
            LastWrite[location] = (sbyte)write;
        }
        else
        {
            PreviousWrite[successor] = (sbyte)write;
        }

        if (predecessor < 0)
        {
            FirstWrite[location] = (sbyte)write;
        }
        else
        {
            NextWrite[predecessor] = (sbyte)write;
        }

        for (int earlier = predecessor; earlier >= 0; earlier = PreviousWrite[earlier])
        {
            LaterWrites[earlier] |= Bit(write);
        }

        WritesTo[location] |= Bit(write);
    }

    /// <summary>Removes a set of events, which must be closed under "is caused by".</summary>
    public void Remove(ulong removed)
    {
        for (ulong rest = removed; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            int location = Location[number];
            EventKind kind = KindOf(number);
            if (IsCommuting(number))
            {
                continue;
            }

            if ((kind & EventKind.Write) != 0)
            {
                Unlink(number, location);
            }
            else if ((kind & EventKind.Read) != 0 && ReadFrom[number] >= 0)
            {
                Readers[ReadFrom[number]] &= ~Bit(number);
            }
        }

        ulong kept = Present & ~removed;
        Present = kept;
        FullFences &= kept;
        for (int thread = 0; thread < MaxThreads; thread++)
        {
            while (Last[thread] >= 0 && (removed & Bit(Last[thread])) != 0)
            {
                Next[thread] = Node[Last[thread]];
                Last[thread] = Previous[Last[thread]];
            }

            OfThread[thread] &= kept;
        }

        for (int location = 0; location < MaxLocations; location++)
        {
            WritesTo[location] &= kept;
            ReadsOf[location] &= kept;
            InitialReaders[location] &= kept;
        }

        for (ulong rest = kept; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            LaterWrites[number] &= kept;
            Before[number] &= kept;
            After[number] &= kept;
        }
    }

    private void Unlink(int write, int location)
    {
        int predecessor = PreviousWrite[write];
        int successor = NextWrite[write];
        if (predecessor < 0)
        {
            FirstWrite[location] = (sbyte)successor;
        }
        else
        {
            NextWrite[predecessor] = (sbyte)successor;
        }

        if (successor < 0)
        {
            LastWrite[location] = (sbyte)predecessor;
        }
        else
        {
            PreviousWrite[successor] = (sbyte)predecessor;
        }
    }
}
