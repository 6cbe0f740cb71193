using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>A write as others see it: two runs of an actor perform the same one if these agree.</summary>
/// <param name="Location">The word.</param>
/// <param name="Value">What is written.</param>
/// <param name="Mode">What it releases and fences.</param>
internal readonly record struct WriteTarget(int Location, long Value, EventKind Mode)
{
    private const EventKind Modes = EventKind.Release | EventKind.FenceAfter;

    /// <summary>The write of an event.</summary>
    public static WriteTarget Of<TSet>(in GraphEvent<TSet> write)
        where TSet : unmanaged, IEventSet<TSet> => new(write.Location, write.Value, write.Kind & Modes);

    /// <summary>The write of an operation.</summary>
    public static WriteTarget Of(in Operation operation, long value) =>
        new(operation.Location, value, EventKinds.OfWrite(operation) & Modes);
}
