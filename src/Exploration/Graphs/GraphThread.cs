namespace Exploration.Graphs;

/// <summary>A thread of a graph.</summary>
/// <typeparam name="TSet">Sets of events.</typeparam>
internal struct GraphThread<TSet>
    where TSet : unmanaged, IEventSet<TSet>
{
    /// <summary>Its events.</summary>
    public TSet Events;

    /// <summary>Node of the operation that it performs next.</summary>
    public int Next;

    /// <summary>Its last event.</summary>
    public short Last;
}
