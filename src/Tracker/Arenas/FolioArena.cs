using Atomics;
using Atomics.Programs;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Tracker.Arenas;

/// <summary>
/// Hands out folios in native memory: aligned, with stable addresses, neighbours on different line pairs. Any thread
/// may allocate and free.
/// </summary>
/// <remarks>
/// Life of a folio: <see cref="TryAllocate"/> a slot, <see cref="Prepare"/> it, set its first mappings,
/// <see cref="Publish"/> it with its references; when the last reference is dropped, <see cref="Free"/> it. In between,
/// the owner of a folio that nobody else refers to may split it.
/// </remarks>
/// <typeparam name="TMemory">The memory operations.</typeparam>
public sealed unsafe class FolioArena<TMemory> : IDisposable
    where TMemory : struct, IMemory
{
    /// <summary>Smallest order that is tracked: a folio of 4 pages.</summary>
    public const int MinOrder = 2;

    /// <summary>Largest order that is tracked: a folio of 32768 pages.</summary>
    public const int MaxOrder = 15;

    private readonly NativeBlock _states;
    private readonly FreeSlots<TMemory> _free;
    private readonly ITracking _tracking;

    /// <summary>Allocates the memory for a number of folios: 128 bytes each.</summary>
    /// <param name="scheme">The scheme that gives each order its values.</param>
    /// <param name="capacity">Folios, at least 1.</param>
    /// <param name="tracking">The scheme that tracks who maps them.</param>
    internal FolioArena(SubIdScheme scheme, int capacity, ITracking tracking)
    {
        Scheme = scheme;
        Capacity = capacity;
        _tracking = tracking;
        _states = new NativeBlock((long)capacity * FolioState.SizeBytes);
        _free = new FreeSlots<TMemory>(capacity);
        for (int index = 0; index < capacity; index++)
        {
            this[index].State->Index = index;
            this[index].State->MapcountMinusOne = -1;
        }
    }

    /// <summary>The scheme of the folios' values.</summary>
    public SubIdScheme Scheme { get; }

    /// <summary>The shared words besides the folios' own, for a checker that must name them.</summary>
    public IReadOnlyList<SharedLocation> Locations => _free.Locations("free folios");

    /// <summary>Folios in all.</summary>
    public int Capacity { get; }

    /// <summary>The folio of an index, allocated or not.</summary>
    /// <param name="index">0 to <see cref="Capacity"/> - 1.</param>
    public Folio this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Capacity, nameof(index));
            return new Folio((FolioState*)(_states.Start + ((long)index * FolioState.SizeBytes)));
        }
    }

    /// <summary>Takes a free folio; it must be prepared next.</summary>
    /// <returns>False if none is free.</returns>
    public bool TryAllocate(out Folio folio)
    {
        int slot = _free.Pop();
        folio = slot < 0 ? default : this[slot];
        return slot >= 0;
    }

    /// <summary>
    /// Makes an allocated folio ready for its first mappings: sequence at its start, mapcount and values 0, no
    /// references. Nobody else can see it yet, so the stores are plain; <see cref="Publish"/> makes them visible.
    /// </summary>
    /// <param name="folio">The folio.</param>
    /// <param name="order">2 to 15.</param>
    /// <param name="incarnation">Number of the life that begins.</param>
    /// <param name="idleWord">The seqcount's first word: 0, or <see cref="SequenceWord.Idle"/> of a later
    /// start.</param>
    /// <param name="kind">What the folio is used for: <see cref="FolioKind.Large"/> or
    /// <see cref="FolioKind.AssumedShared"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order or the kind is not tracked.</exception>
    /// <exception cref="InvalidOperationException">The folio is not allocated, or others may refer to it.</exception>
    public void Prepare(Folio folio, int order, long incarnation, long idleWord = 0, FolioKind kind = FolioKind.Large)
    {
        if (kind is not (FolioKind.Large or FolioKind.AssumedShared))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Its mapcount alone tells.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(order, MinOrder);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, MaxOrder);
        RefuseUnlessOwned(folio, "prepared");
        FolioPreparation.Prepare<TMemory>(folio, ShapeOf(order, kind == FolioKind.AssumedShared), incarnation,
            _tracking.Format.Layout, idleWord);
        _tracking.PrepareBeside(folio);
    }

    /// <summary>Makes a prepared folio visible: from here on others may take references.</summary>
    /// <param name="folio">The folio, prepared and perhaps set.</param>
    /// <param name="references">One for each mapping that it was set with, plus the owner's own, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no references.</exception>
    /// <exception cref="InvalidOperationException">The folio is not allocated, or is published already.</exception>
    public void Publish(Folio folio, int references)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(references, 1);
        RefuseUnlessOwned(folio, "published");
        FolioPublication.Publish<TMemory>(folio, references);
    }

    /// <summary>
    /// Frees a folio whose last reference has been dropped, or says what is wrong with it: a folio with a defect stays
    /// allocated, and is not handed out again.
    /// </summary>
    public FolioDefect Free(Folio folio)
    {
        if (!IsAllocated(folio))
        {
            return FolioDefect.NotAllocated;
        }

        FolioDefect defect = FolioInspection.Inspect<TMemory>(folio, _tracking);
        if (defect != FolioDefect.None)
        {
            return defect;
        }

        if (TMemory.ReadPlain(ref folio.State->References) != 0) // [inspect]
        {
            return FolioDefect.StillReferenced;
        }

        return _free.TryPush(folio.Index) ? FolioDefect.None : FolioDefect.NotAllocated;
    }

    /// <summary>
    /// Splits a folio on which the caller holds the only reference and which nobody maps: the sequence is reset and a
    /// new life of smaller order begins, with the same one reference.
    /// </summary>
    /// <param name="folio">The folio.</param>
    /// <param name="order">2 to one less than its order.</param>
    /// <param name="incarnation">Number of the life that begins.</param>
    /// <param name="defect">What is wrong with the folio; it is not split then.</param>
    /// <returns>False if somebody else holds a reference, or on a defect.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is not smaller than the folio's.</exception>
    public bool TrySplit(Folio folio, int order, long incarnation, out FolioDefect defect)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, MinOrder);
        return FolioSplit.TrySplit<TMemory>(
            folio, ShapeOf(order, folio.Shape.IsAssumedShared), incarnation, _tracking, out defect);
    }

    /// <summary>
    /// Splits a folio, as <see cref="TrySplit(Folio, int, long, out FolioDefect)"/> does, into as many folios of a
    /// smaller order as it has room for, or some of them. All sequences begin at 0, each part has one reference.
    /// </summary>
    /// <param name="folio">The folio.</param>
    /// <param name="order">2 to one less than its order.</param>
    /// <param name="incarnations">Numbers of the lives that begin, one for each part.</param>
    /// <param name="parts">Receives the parts, the folio itself first: at least 1, at most as many as fit.</param>
    /// <param name="defect">What is wrong with the folio; it is not split then.</param>
    /// <returns>False if somebody else holds a reference, on a defect, or if the arena has too few folios.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The order is not smaller than the folio's, or the folio has not so many parts.
    /// </exception>
    public bool TrySplit(Folio folio, int order, ReadOnlySpan<long> incarnations, Span<Folio> parts,
        out FolioDefect defect)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, MaxOrder);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts.Length, folio.Pages >> order, nameof(parts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(incarnations.Length, parts.Length, nameof(incarnations));

        FolioKind kind = folio.Shape.IsAssumedShared ? FolioKind.AssumedShared : FolioKind.Large;

        // Before the folio changes: a split that lacks folios leaves it whole.
        Span<Folio> tails = parts[1..];
        int taken = 0;
        while (taken < tails.Length && TryAllocate(out tails[taken]))
        {
            taken++;
        }

        defect = FolioDefect.None;
        if (taken < tails.Length || !TrySplit(folio, order, incarnations[0], out defect))
        {
            foreach (Folio tail in tails[..taken])
            {
                _free.TryPush(tail.Index);
            }

            return false;
        }

        parts[0] = folio;
        for (int tail = 0; tail < tails.Length; tail++)
        {
            Prepare(tails[tail], order, incarnations[tail + 1], idleWord: 0, kind);
            Publish(tails[tail], references: 1);
        }

        return true;
    }

    /// <summary>
    /// Splits a folio on which the caller holds the only reference and which nobody maps into pages (order 0): they are
    /// not tracked, so the folio is free again, its sequence and values 0.
    /// </summary>
    /// <param name="folio">The folio.</param>
    /// <param name="defect">What is wrong with the folio; it is not split then.</param>
    /// <returns>False if somebody else holds a reference, or on a defect.</returns>
    public bool TrySplitToPages(Folio folio, out FolioDefect defect)
    {
        if (!FolioSplit.TrySplitToPages<TMemory>(folio, _tracking, out defect))
        {
            return false;
        }

        if (!_free.TryPush(folio.Index))
        {
            defect = FolioDefect.NotAllocated;
        }

        return defect == FolioDefect.None;
    }

    /// <summary>Frees what the folios' handles point to.</summary>
    public void Dispose()
    {
        _states.Dispose();
        _free.Dispose();
    }

    private FolioShape ShapeOf(int order, bool isAssumedShared) => isAssumedShared
        ? FolioShape.AssumedShared(order)
        : FolioShape.Of(order, Scheme.ClassOf(order));

    private bool IsAllocated(Folio folio)
    {
        long offset = (byte*)folio.State - _states.Start;
        return (ulong)offset < (ulong)_states.SizeBytes && offset % FolioState.SizeBytes == 0
            && _free.IsOut(folio.Index);
    }

    /// <summary>Refuses to touch a folio's constants unless it is allocated and nobody can refer to it.</summary>
    private void RefuseUnlessOwned(Folio folio, string what)
    {
        if (!IsAllocated(folio))
        {
            throw new InvalidOperationException($"A folio that is not allocated cannot be {what}.");
        }

        // Acquire: what the caller writes next stays behind.
        if (TMemory.ReadAcquire(ref folio.State->References) is not 0 and int references) // [inspect]
        {
            throw new InvalidOperationException(
                $"A folio with {references} references cannot be {what}: others may look at it.");
        }
    }
}
