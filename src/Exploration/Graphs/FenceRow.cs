namespace Exploration.Graphs;

/// <summary>What a model with fences keeps of an event.</summary>
/// <typeparam name="TSet">Sets of events.</typeparam>
internal struct FenceRow<TSet>
    where TSet : unmanaged, IEventSet<TSet>
{
    /// <summary>What a read of this write acquires.</summary>
    public TSet Released;

    /// <summary>What an acquire fence behind this event would acquire.</summary>
    public TSet Acquirable;

    /// <summary>What the last release fence up to this event released.</summary>
    public TSet Fenced;

    /// <summary>What happens before the full fence that lies before the event or is it.</summary>
    public TSet Entry;
}
