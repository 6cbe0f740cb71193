using Atomics;
using Tracker.Ids;

namespace Scenarios.Canaries;

/// <summary>Canary <c>id-handed-out-twice</c>: a free ID is claimed by load and store, so that two threads may get it.</summary>
public readonly struct TornBitClaim : IBitClaim
{
    /// <summary>The step replaced: two accesses instead of one compare-and-swap.</summary>
    public static bool TryClaim<TMemory>(ref long word, ref long seen, long bit) where TMemory : struct, IMemory
    {
        long found = TMemory.ReadAcquire(ref word);
        bool free = (found & bit) == 0;
        if (free)
        {
            TMemory.WriteRelease(ref word, found | bit);
        }

        seen = found;
        return free;
    }
}
