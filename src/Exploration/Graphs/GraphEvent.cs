namespace Exploration.Graphs;

/// <summary>An event of a graph. With sets of 64 events it is as long as a cache line.</summary>
/// <typeparam name="TSet">Sets of events.</typeparam>
internal struct GraphEvent<TSet>
    where TSet : unmanaged, IEventSet<TSet>
{
    /// <summary>Events before this one in program order and reads-from, transitively.</summary>
    public TSet Causes;

    /// <summary>A model's row: events ordered before this one (its happens-before or its global order).</summary>
    public TSet Before;

    /// <summary>Of a write, who reads from it.</summary>
    public TSet Readers;

    /// <summary>Of a write, the writes later in modification order.</summary>
    public TSet LaterWrites;

    /// <summary>The value read or written; of an add to a commuting location, what it adds.</summary>
    public long Value;

    /// <summary>Node of the operation that the event belongs to.</summary>
    public int Node;

    /// <summary>When the event was inserted: it orders events by age.</summary>
    public int Stamp;

    /// <summary>The write that a read reads.</summary>
    public short ReadFrom;

    /// <summary>Next write in modification order.</summary>
    public short NextWrite;

    /// <summary>Previous write in modification order.</summary>
    public short PreviousWrite;

    /// <summary>Previous event of the same thread.</summary>
    public short Previous;

    /// <summary>
    /// The read of the same thread that gave the reference through which the word is accessed; -1 without one.
    /// </summary>
    public short Through;

    /// <summary>The thread.</summary>
    public sbyte Thread;

    /// <summary>The location; -1 for a fence.</summary>
    public sbyte Location;

    /// <summary>What the event is.</summary>
    public EventKind Kind;

    /// <summary>
    /// The adds that a read of a commuting location has seen. They stand where a write has its readers.
    /// </summary>
    public TSet Observed
    {
        readonly get => Readers;
        set => Readers = value;
    }
}
