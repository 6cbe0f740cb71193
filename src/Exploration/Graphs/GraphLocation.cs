namespace Exploration.Graphs;

/// <summary>A location of a graph.</summary>
/// <typeparam name="TSet">Sets of events.</typeparam>
internal struct GraphLocation<TSet>
    where TSet : unmanaged, IEventSet<TSet>
{
    /// <summary>Its writes.</summary>
    public TSet Writes;

    /// <summary>Its reads.</summary>
    public TSet Reads;

    /// <summary>Its reads of the initial value.</summary>
    public TSet InitialReaders;

    /// <summary>First write in modification order.</summary>
    public short FirstWrite;

    /// <summary>Last write in modification order.</summary>
    public short LastWrite;
}
