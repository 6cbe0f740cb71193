using System.Numerics;

namespace Exploration.Graphs;

/// <summary>
/// An execution graph: events, program order, reads-from, the modification order of each location, and the rows that a memory
/// model derives from them. A value of fixed size: copying it is how the search branches.
/// </summary>
/// <remarks>
/// Events are numbered 0 to 63, so that a set of events is one word; a removed event's number is used again. The initial write
/// of every location is no event: it is the number <see cref="Initial"/>, first in every modification order.
/// </remarks>
internal unsafe struct ExecutionGraph
{
    /// <summary>Most events of a graph: a set of them is one 64-bit word.</summary>
    public const int MaxEvents = 64;

    /// <summary>Most actors of a scenario.</summary>
    public const int MaxThreads = 8;

    /// <summary>Most locations that a scenario's actors touch.</summary>
    public const int MaxLocations = 32;

    /// <summary>Stands for the initial write of a location; also for "no event".</summary>
    public const int Initial = -1;

    /// <summary>The events that exist.</summary>
    public ulong Present;

    /// <summary>Events that are a full fence or carry one.</summary>
    public ulong FullFences;

    /// <summary>Counts insertions: the next event's stamp.</summary>
    public int Clock;

    /// <summary>Events by thread.</summary>
    public fixed ulong OfThread[MaxThreads];

    /// <summary>Node of the operation that each thread performs next.</summary>
    public fixed int Next[MaxThreads];

    /// <summary>Last event of each thread.</summary>
    public fixed sbyte Last[MaxThreads];

    /// <summary>Writes by location.</summary>
    public fixed ulong WritesTo[MaxLocations];

    /// <summary>Reads by location.</summary>
    public fixed ulong ReadsOf[MaxLocations];

    /// <summary>Reads of the initial value by location.</summary>
    public fixed ulong InitialReaders[MaxLocations];

    /// <summary>First write in modification order.</summary>
    public fixed sbyte FirstWrite[MaxLocations];

    /// <summary>Last write in modification order.</summary>
    public fixed sbyte LastWrite[MaxLocations];

    /// <summary>Who reads from a write.</summary>
    public fixed ulong Readers[MaxEvents];

    /// <summary>Writes later in modification order.</summary>
    public fixed ulong LaterWrites[MaxEvents];

    /// <summary>Events before this one in program order and reads-from, transitively.</summary>
    public fixed ulong Causes[MaxEvents];

    /// <summary>A model's row: events ordered before this one (its happens-before or its global order).</summary>
    public fixed ulong Before[MaxEvents];

    /// <summary>A model's row: events ordered after this one.</summary>
    public fixed ulong After[MaxEvents];

    /// <summary>A model's row: what a read of this write acquires.</summary>
    public fixed ulong Released[MaxEvents];

    /// <summary>A model's row: what an acquire fence behind this event would acquire.</summary>
    public fixed ulong Acquirable[MaxEvents];

    /// <summary>A model's row: what the last release fence up to this event released.</summary>
    public fixed ulong Fenced[MaxEvents];

    /// <summary>The value read or written.</summary>
    public fixed long Value[MaxEvents];

    /// <summary>Node of the operation that the event belongs to.</summary>
    public fixed int Node[MaxEvents];

    /// <summary>When the event was inserted: it orders events by age.</summary>
    public fixed int Stamp[MaxEvents];

    /// <summary>The write that a read reads.</summary>
    public fixed sbyte ReadFrom[MaxEvents];

    /// <summary>Next write in modification order.</summary>
    public fixed sbyte NextWrite[MaxEvents];

    /// <summary>Previous write in modification order.</summary>
    public fixed sbyte PreviousWrite[MaxEvents];

    /// <summary>Previous event of the same thread.</summary>
    public fixed sbyte Previous[MaxEvents];

    /// <summary>The thread.</summary>
    public fixed sbyte Thread[MaxEvents];

    /// <summary>The location; -1 for a fence.</summary>
    public fixed sbyte Location[MaxEvents];

    /// <summary>What the event is.</summary>
    public fixed byte Kinds[MaxEvents];

    /// <summary>Bit of an event in a set.</summary>
    public static ulong Bit(int number) => 1UL << number;

    /// <summary>What an event is.</summary>
    public readonly EventKind KindOf(int number) => (EventKind)Kinds[number];

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
