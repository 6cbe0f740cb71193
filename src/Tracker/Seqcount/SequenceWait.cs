using Atomics;

namespace Tracker.Seqcount;

/// <summary>The wait of a shared writer for an exclusive one.</summary>
internal static class SequenceWait
{
    /// <summary>
    /// Waits until the bits of a mask are clear in a word. Ends with the exclusive section that set them.
    /// </summary>
    /// <param name="sequence">The word.</param>
    /// <param name="word">Its value as this thread last saw it.</param>
    /// <param name="mask">The bits to wait for.</param>
    public static void UntilClear<TMemory>(ref long sequence, long word, long mask) where TMemory : struct, IMemory
    {
        while ((word & mask) != 0)
        {
            // Acquire: orders this writer's updates behind the exclusive section's end; pairs with [seqcount-end]. Its
            // adds are full fences and would stay there by themselves: each covers for the other, and only without
            // both could an add be lost.
            word = TMemory.ReadAcquire(ref sequence); // [wait-exclusive]
            if ((word & mask) != 0)
            {
                TMemory.Pause();
            }
        }
    }
    /// <summary>The same for a word of 32 bits that this thread has not seen yet.</summary>
    /// <param name="word">The word.</param>
    /// <param name="mask">The bits to wait for.</param>
    public static void UntilClear<TMemory>(ref int word, int mask) where TMemory : struct, IMemory
    {
        // As above; pairs with [two-word-end].
        while ((TMemory.ReadAcquire(ref word) & mask) != 0) // [wait-exclusive]
        {
            TMemory.Pause();
        }
    }
}
