using System.Runtime.CompilerServices;
using Atomics;

namespace Rivals;

/// <summary>
/// The current image of each folio of an arena, 128 bytes apart: side by side, eight of them would share a cache line,
/// and threads on folios of their own would take it from each other (2 threads then do half the work of one).
/// </summary>
internal readonly struct ImageSlots
{
    private readonly Slot[] _slots;

    /// <summary>Makes slots of unmapped folios.</summary>
    /// <param name="folios">Folios of the arena.</param>
    public ImageSlots(int folios)
    {
        // The first one stays unused: it keeps the array's length, which everybody reads, away from what somebody
        // writes.
        _slots = new Slot[folios + 1];
        foreach (ref Slot slot in _slots.AsSpan())
        {
            slot.Words = FolioImage.Unmapped.Words;
        }
    }

    /// <summary>The slot of a folio.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long[] Of(int folio) => ref _slots[folio + 1].Words;

    private struct Slot
    {
        public long[] Words;
#pragma warning disable CS0169, IDE0051 // Only its size matters.
        private readonly Padding _padding;
#pragma warning restore CS0169, IDE0051
    }

    [InlineArray((NativeBlock.AlignmentBytes / sizeof(long)) - 1)]
    private struct Padding
    {
        private long _first;
    }
}
