using Atomics;

namespace Tracker.Ids;

/// <summary>
/// How an allocator takes a bit of its map, and how its scan goes on: steps, so that a canary can replace one.
/// </summary>
public interface IBitClaim
{
    /// <summary>Sets a bit that <paramref name="seen"/> shows clear.</summary>
    /// <param name="word">The word of the map.</param>
    /// <param name="seen">The word as this thread last saw it; updated if the claim fails.</param>
    /// <param name="bit">The bit.</param>
    /// <returns>True if this thread set the bit.</returns>
    static abstract bool TryClaim<TMemory>(ref long word, ref long seen, long bit) where TMemory : struct, IMemory;

    /// <summary>The word at which a scan that found nothing starts over: the first one.</summary>
    /// <param name="start">The word at which it started.</param>
    static virtual int Restart(int start) => 0;
}
