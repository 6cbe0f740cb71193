using System.Runtime.CompilerServices;
using Atomics;
using Atomics.Programs;

namespace Tracker;

/// <summary>
/// A lock-free stack of free slot numbers (Treiber 1986). The head carries a tag that counts pops, so that a slot
/// which was popped and pushed again between a reader's look and its compare-and-swap is noticed. A slot's link says
/// whether it is out, so that nobody can push it twice.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
public sealed class FreeSlots<TMemory> : IDisposable
    where TMemory : struct, IMemory
{
    private const int SlotBits = 32;
    private const long SlotMask = (1L << SlotBits) - 1;

    /// <summary>The link of a slot that is not in the stack.</summary>
    private const int Out = -1;
    private readonly NativeBlock _head = new(NativeBlock.AlignmentBytes);
    private readonly NativeBlock _next;

    /// <summary>Makes a stack that holds the slots 0 to <paramref name="capacity"/> - 1, lowest on top.</summary>
    public FreeSlots(int capacity)
    {
        Capacity = capacity;
        _next = new NativeBlock((long)capacity * sizeof(int));
        for (int slot = 0; slot < capacity; slot++)
        {
            Next(slot) = slot + 1 < capacity ? slot + 2 : 0;
        }

        Head = 1;
    }

    /// <summary>Slots in all.</summary>
    public int Capacity { get; }

    /// <summary>The shared words, for a checker that must name them: the head, then a link for each slot.</summary>
    /// <param name="name">What the names begin with.</param>
    public unsafe IReadOnlyList<SharedLocation> Locations(string name) =>
    [
        new($"{name}: head", (nint)Unsafe.AsPointer(ref Head), sizeof(long)),
        .. Enumerable.Range(0, Capacity).Select(slot =>
            new SharedLocation($"{name}: link {slot}", (nint)Unsafe.AsPointer(ref Next(slot)), sizeof(int))),
    ];

    // Slot numbers are stored plus 1, so that 0 ends the list.
    private ref long Head => ref _head.Word64(0);

    /// <summary>Takes a slot, or returns -1 if none is free.</summary>
    public int Pop()
    {
        while (true)
        {
            // Acquire: the link read below belongs to the slot that this shows; pairs with [slot-push].
            long head = TMemory.ReadAcquire(ref Head); // [slot-head]
            int slot = (int)(head & SlotMask) - 1;
            if (slot < 0)
            {
                return -1;
            }

            // Plain: if the slot was taken meanwhile this may be stale; then the tag differs and the swap fails.
            long next = TMemory.ReadPlain(ref Next(slot)) & SlotMask; // [slot-next]
            long tag = (head & ~SlotMask) + (1L << SlotBits);

            // Full fence: what the slot's last owner did comes before what this one does; pairs with [slot-push].
            if (TMemory.CompareExchange(ref Head, tag | next, head) == head) // [slot-pop]
            {
                TMemory.WritePlain(ref Next(slot), Out); // [slot-taken] whoever pushes it has it from this thread
                return slot;
            }
        }
    }

    /// <summary>Whether a slot is out: sure for its owner, a guess for anybody else.</summary>
    public bool IsOut(int slot) =>
        TMemory.ReadAcquire(ref Next(slot)) == Out; // [slot-owner] [slot-taken] has written it, or [slot-return]

    /// <summary>Gives a slot back.</summary>
    /// <returns>False if it is not out.</returns>
    public bool TryPush(int slot)
    {
        // Full fence, though only being the one who ends the slot's time out matters.
        if (TMemory.CompareExchange(ref Next(slot), 0, Out) != Out) // [slot-return]
        {
            return false;
        }

        // Acquire: keeps the link behind it. The link depends on a part of the head only, so read plainly the head
        // could, in the .NET memory model, be one that this very link has led to.
        long head = TMemory.ReadAcquire(ref Head); // [slot-push-guess] a guess at the comparand
        while (true)
        {
            TMemory.WritePlain(ref Next(slot), (int)(head & SlotMask)); // [slot-link] made visible by the swap below

            // Full fence: publishes the link and everything done to the slot; pairs with [slot-head] and [slot-pop].
            long found = TMemory.CompareExchange(ref Head, (head & ~SlotMask) | (long)(slot + 1), head); // [slot-push]
            if (found == head)
            {
                return true;
            }

            head = found;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _head.Dispose();
        _next.Dispose();
    }

    private ref int Next(int slot) => ref _next.Word32((long)slot * sizeof(int));
}
