using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker;

/// <summary>Reference counts of folios and MMs: a 32-bit word that stays 0 once it has fallen to 0.</summary>
public static class ReferenceCount
{
    /// <summary>Takes a reference unless the count is 0 (the kernel's get-unless-zero).</summary>
    /// <returns>False if the object is already gone.</returns>
    public static bool TryGet<TMemory>(ref int count) where TMemory : struct, IMemory
    {
        // Plain: a guess at the comparand.
        int seen = TMemory.ReadPlain(ref count); // [reference-guess]
        while (seen != 0)
        {
            // Orders everything that the holder does behind the reference (full fence); pairs with the release that
            // published the object, so that its constants are visible, and with [reference-put]: no holder looks at a freed object.
            int found = TMemory.CompareExchange(ref count, seen + 1, seen); // [reference-get]
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    /// <summary>Adds references to an object on which the caller already holds one, or that nobody else can see.</summary>
    /// <param name="count">The count.</param>
    /// <param name="references">How many, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TMemory>(ref int count, int references) where TMemory : struct, IMemory =>
        TMemory.Add(ref count, references); // [reference-add] full fence: the mapcount rises after it; pairs with the reader of both in COW reuse.

    /// <summary>Drops references.</summary>
    /// <param name="count">The count.</param>
    /// <param name="references">How many, at least 1.</param>
    /// <returns>What is left; whoever gets 0 frees the object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put<TMemory>(ref int count, int references) where TMemory : struct, IMemory
    {
        // Orders everything done under the reference before it, and the freeing behind it (full fence); pairs with itself in
        // the other holders. Weaker, an object could be freed while a holder still reads it.
        int left = TMemory.AddReturn(ref count, -references); // [reference-put]
        TrackerCheck.That(left >= 0, "more references were dropped than held");
        return left;
    }
}
