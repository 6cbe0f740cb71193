using Atomics;

namespace Tracker.Ids;

/// <summary>Takes a bit by compare-and-swap: of two threads that want it, one gets it.</summary>
public readonly struct AtomicBitClaim : IBitClaim
{
    /// <inheritdoc/>
    public static bool TryClaim<TMemory>(ref long word, ref long seen, long bit) where TMemory : struct, IMemory
    {
        // Full fence: whatever the ID's former holder did comes first; pairs with [id-free]. By load and store instead,
        // two threads could take the same ID.
        long found = TMemory.CompareExchange(ref word, seen | bit, seen); // [id-claim]
        bool claimed = found == seen;
        seen = found;
        return claimed;
    }
}
