using Exploration.Actors;

namespace Exploration.Graphs;

/// <summary>
/// The events of an operation. An <c>Interlocked</c> operation is a full fence, an acquire-release update, a full fence
/// (Memory-model.md of dotnet/runtime): the fences ride on the two halves of the update.
/// </summary>
internal static class EventKinds
{
    /// <summary>The event of a barrier.</summary>
    public static EventKind OfFence(Ordering ordering) => EventKind.Fence | ordering switch
    {
        Ordering.Full => EventKind.FenceBefore | EventKind.FenceAfter,
        Ordering.Acquire => EventKind.Acquire,
        _ => EventKind.Release,
    };

    /// <summary>The read of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="writes">
    /// Whether it writes afterwards. A failed compare-and-swap does not: its second fence is an event of its own.
    /// </param>
    /// <param name="fencesFailedSwap">Whether a compare-and-swap that fails is a full fence; if not it
    /// acquires.</param>
    public static EventKind OfRead(in Operation operation, bool writes, bool fencesFailedSwap = true)
    {
        EventKind kind = EventKind.Read | (writes ? EventKind.Update : EventKind.None);
        return operation.Ordering switch
        {
            Ordering.Full when writes || fencesFailedSwap => kind | EventKind.Acquire | EventKind.FenceBefore,
            Ordering.Full or Ordering.Acquire => kind | EventKind.Acquire,
            _ => kind,
        };
    }

    /// <summary>The write of an operation.</summary>
    public static EventKind OfWrite(in Operation operation)
    {
        EventKind kind = EventKind.Write | (operation.IsReadModifyWrite ? EventKind.Update : EventKind.None);
        return operation.Ordering switch
        {
            Ordering.Full => kind | EventKind.Release | EventKind.FenceAfter,
            Ordering.Release => kind | EventKind.Release,
            _ => kind,
        };
    }

    /// <summary>The one event of an add to a commuting location: both halves and both fences.</summary>
    public static EventKind OfAdd(in Operation operation) =>
        OfWrite(operation) | (operation.Ordering == Ordering.Full
            ? EventKind.Acquire | EventKind.FenceBefore
            : EventKind.None);
}
