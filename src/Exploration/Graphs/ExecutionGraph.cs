using System.Runtime.CompilerServices;
using Atomics;

namespace Exploration.Graphs;

/// <summary>
/// An execution graph: events, program order, reads-from, the modification order of each location, and the rows that a
/// memory model derives from them. It lies in one block of native memory, and copying the part in use is how the search
/// branches.
/// </summary>
/// <remarks>
/// Events are numbered from 0; a removed event's number is used again, the lowest first, so that those in use stay
/// together. The initial write of every location is no event: it is the number <see cref="GraphLimits.Initial"/>, first
/// in every modification order.
/// </remarks>
/// <typeparam name="TSet">Sets of events: how many a graph can have.</typeparam>
internal sealed unsafe partial class ExecutionGraph<TSet> : IDisposable
    where TSet : unmanaged, IEventSet<TSet>
{
    /// <summary>Most events of a graph of this width.</summary>
    public static int Capacity => 64 * TSet.Words;

    private readonly NativeBlock _memory;
    private readonly int _fixedBytes;

    /// <summary>The threads.</summary>
    public readonly GraphThread<TSet>* Threads;

    /// <summary>The locations.</summary>
    public readonly GraphLocation<TSet>* Locations;

    /// <summary>The events by number.</summary>
    public readonly GraphEvent<TSet>* Events;

    /// <summary>The rows of a model with fences, by event; null without one.</summary>
    public readonly FenceRow<TSet>* Fences;

    /// <summary>The events that exist.</summary>
    public TSet Present;

    /// <summary>Events that are a full fence or carry one.</summary>
    public TSet FullFences;

    /// <summary>Events that read, guesses included.</summary>
    public TSet Reads;

    /// <summary>Events that acquire.</summary>
    public TSet Acquires;

    /// <summary>Reads whose write is not there yet (<see cref="GraphLimits.Guessed"/>).</summary>
    public TSet Guesses;

    /// <summary>
    /// Locations whose only writes are adds that return nothing: their adds have no modification order here, and a read
    /// of them names the adds that it has seen.
    /// </summary>
    public LocationSet Commuting;

    /// <summary>Counts insertions: the next event's stamp.</summary>
    public int Clock;

    /// <summary>Makes an empty graph.</summary>
    /// <param name="shape">Its threads and locations.</param>
    public ExecutionGraph(GraphShape shape)
    {
        Shape = shape;
        int locations = Align(shape.Threads * sizeof(GraphThread<TSet>));
        _fixedBytes = Align(locations + (shape.Locations * sizeof(GraphLocation<TSet>)));
        int fences = Align(_fixedBytes + (Capacity * sizeof(GraphEvent<TSet>)));
        _memory = new NativeBlock(fences + (shape.HasFenceRows ? Capacity * sizeof(FenceRow<TSet>) : 0));
        Threads = (GraphThread<TSet>*)_memory.Start;
        Locations = (GraphLocation<TSet>*)(_memory.Start + locations);
        Events = (GraphEvent<TSet>*)(_memory.Start + _fixedBytes);
        Fences = shape.HasFenceRows ? (FenceRow<TSet>*)(_memory.Start + fences) : null;
        Clear();
    }

    /// <summary>Its threads and locations.</summary>
    public GraphShape Shape { get; }

    /// <summary>Whether it has no room for another event.</summary>
    public bool IsFull => (~Present).IsEmpty;

    /// <summary>What an event is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventKind KindOf(int number) => Events[number].Kind;

    /// <summary>Whether an event is an access to a commuting location.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsCommuting(int number) => Events[number].Location >= 0 && Commuting.Contains(Events[number].Location);

    /// <summary>
    /// The writes that come after an access in its location's order: for a read those that it has not seen. An update's
    /// own write is not among them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TSet WritesAfter(int number)
    {
        ref GraphEvent<TSet> access = ref Events[number];
        if ((access.Kind & EventKind.Read) == 0)
        {
            return (access.Kind & EventKind.Write) == 0 ? default : access.LaterWrites;
        }

        if (IsCommuting(number))
        {
            return Locations[access.Location].Writes & ~access.Observed;
        }

        return WritesBehind(access.Location, access.ReadFrom) & ~EventSets.Of<TSet>(number);
    }

    /// <summary>
    /// An event and all that its model orders before it; nothing for <see cref="GraphLimits.Initial"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TSet UpTo(int number) => number < 0 ? default : Events[number].Before | EventSets.Of<TSet>(number);

    /// <summary>The writes of a location that come after one of them in modification order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TSet WritesBehind(int location, int write) =>
        write < 0 ? Locations[location].Writes : Events[write].LaterWrites;

    /// <summary>The write of a location that comes next after one of them in modification order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextWrite(int location, int write) =>
        write < 0 ? Locations[location].FirstWrite : Events[write].NextWrite;

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private static int Align(int bytes) => (bytes + NativeBlock.AlignmentBytes - 1) & -NativeBlock.AlignmentBytes;
}
