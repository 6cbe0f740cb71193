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
        while (seen > 0)
        {
            if (seen == int.MaxValue)
            {
                throw TooMany();
            }

            // Orders everything that the holder does behind the reference (full fence); pairs with the release that
            // published the object, so that its constants are visible, and with [reference-put]: no holder looks at a
            // freed object.
            int found = TMemory.CompareExchange(ref count, seen + 1, seen); // [reference-get]
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    /// <summary>
    /// Adds references to an object on which the caller already holds one, or that nobody else can see.
    /// </summary>
    /// <param name="count">The count.</param>
    /// <param name="references">How many, 1 to 32768.</param>
    /// <exception cref="InvalidOperationException">There would be more than <see cref="int.MaxValue"/>; none was
    /// added.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TMemory>(ref int count, int references) where TMemory : struct, IMemory
    {
        if (!TrackerCheck.SeesWords<TMemory>())
        {
            AddThenLook<TMemory>(ref count, references);
            return;
        }

        // Full fence: the mapcount rises after it; pairs with the reader of both in COW reuse. Below 0 there is room
        // for 65536 threads that each take their references back here before the count could come round to 0. By the
        // sum itself: a second look would fetch the line again if another core took it in between (docs/COSTS.md).
        if (TMemory.AddReturn(ref count, references) < 0) // [reference-add]
        {
            TakeBack<TMemory>(ref count, references);
        }
    }

    /// <summary>Drops references.</summary>
    /// <param name="count">The count.</param>
    /// <param name="references">How many, at least 1.</param>
    /// <returns>What is left; whoever gets 0 frees the object.</returns>
    /// <exception cref="InvalidOperationException">More were dropped than held.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put<TMemory>(ref int count, int references) where TMemory : struct, IMemory
    {
        // Orders everything done under the reference before it, and the freeing behind it (full fence); pairs with
        // itself in the other holders. Weaker, an object could be freed while a holder still reads it.
        int left = TMemory.AddReturn(ref count, -references); // [reference-put]
        return left >= 0 ? left : throw TooFew(left);
    }

    // Where a checker decides what is seen: an add whose result it used would not commute, and the look past the memory
    // parameter is no step of the tracker.
    private static void AddThenLook<TMemory>(ref int count, int references) where TMemory : struct, IMemory
    {
        TMemory.Add(ref count, references); // [reference-add]
        if (HardwareMemory.ReadPlain(ref count) < 0)
        {
            TakeBack<TMemory>(ref count, references);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TakeBack<TMemory>(ref int count, int references) where TMemory : struct, IMemory
    {
        TMemory.Add(ref count, -references); // [reference-add]
        throw TooMany();
    }

    private static InvalidOperationException TooMany() => new($"More than {int.MaxValue} references were taken.");

    private static InvalidOperationException TooFew(int left) =>
        new($"{-left} references more were dropped than held.");
}
