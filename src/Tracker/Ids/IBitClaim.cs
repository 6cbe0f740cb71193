using Atomics;

namespace Tracker.Ids;

/// <summary>How an allocator takes a bit of its map: one step, so that a canary can replace it.</summary>
public interface IBitClaim
{
    /// <summary>Sets a bit that <paramref name="seen"/> shows clear.</summary>
    /// <param name="word">The word of the map.</param>
    /// <param name="seen">The word as this thread last saw it; updated if the claim fails.</param>
    /// <param name="bit">The bit.</param>
    /// <returns>True if this thread set the bit.</returns>
    static abstract bool TryClaim<TMemory>(ref long word, ref long seen, long bit) where TMemory : struct, IMemory;
}
