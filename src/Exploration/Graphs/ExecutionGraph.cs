namespace Exploration.Graphs;

/// <summary>
/// An execution graph: events, program order, reads-from, the modification order of each location, and the rows that a memory
/// model derives from them. A value of fixed size: copying it is how the search branches.
/// </summary>
/// <remarks>
/// Events are numbered 0 to 63, so that a set of events is one word; a removed event's number is used again. The initial write
/// of every location is no event: it is the number <see cref="Initial"/>, first in every modification order.
/// </remarks>
internal unsafe partial struct ExecutionGraph
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

    /// <summary>
    /// Locations, as a set, whose only writes are adds that return nothing: their adds have no modification order here, and a
    /// read of them names the adds that it has seen.
    /// </summary>
    public ulong Commuting;

    /// <summary>
    /// The part of the search that lies below this graph, if every branch at every point above were equally large: what an
    /// estimate of the whole rests on.
    /// </summary>
    public double Share;

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

    /// <summary>A model's row: what happens before the full fence that lies before an event or is it.</summary>
    public fixed ulong FenceEntry[MaxEvents];

    /// <summary>The adds that a read of a commuting location has seen.</summary>
    public fixed ulong Observed[MaxEvents];

    /// <summary>The value read or written; of an add to a commuting location, what it adds.</summary>
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

    /// <summary>Whether an event is an access to a commuting location.</summary>
    public readonly bool IsCommuting(int number) => Location[number] >= 0 && (Commuting >> Location[number] & 1) != 0;

    /// <summary>
    /// The writes that come after an access in its location's order: for a read those that it has not seen. An update's own
    /// write is not among them.
    /// </summary>
    public readonly ulong WritesAfter(int number)
    {
        EventKind kind = KindOf(number);
        int location = Location[number];
        if ((kind & EventKind.Read) == 0)
        {
            return (kind & EventKind.Write) == 0 ? 0 : LaterWrites[number];
        }

        if (IsCommuting(number))
        {
            return WritesTo[location] & ~Observed[number];
        }

        int write = ReadFrom[number];
        return (write < 0 ? WritesTo[location] : LaterWrites[write]) & ~Bit(number);
    }
}
