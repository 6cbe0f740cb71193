using System.Numerics;
using Atomics;

namespace Tracker.Ids;

/// <summary>
/// Hands out rmap IDs, lowest first as far as concurrent callers allow. Lock-free: a map of one bit for each ID (2 MiB
/// for all of them), a count of free IDs, and a hint below which no ID is free.
/// </summary>
/// <remarks>
/// Allocating reserves one of the free IDs in the count, then claims the first clear bit from the hint on: the
/// reservation makes sure that there is one, wherever it is. Freeing clears the bit, lowers the hint, then raises the
/// count. A free may come between a scan and the raise of the hint, which is then too high until the scanning thread
/// has looked again at what it skipped. A scan that finds nothing starts over at the first word: the ID that it was
/// promised was freed behind it, or somebody took it there and another one came free elsewhere. How often that happens
/// has no bound, so that it accuses nobody; threads that make it happen make progress. A map that is corrupt shows as a
/// thread that does not come back. The allocator does not know who holds an ID: an MM, or an area of one (an idea of
/// patch 07).
/// </remarks>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TClaim">How a bit is taken: <see cref="AtomicBitClaim"/>.</typeparam>
public sealed class RmapIdAllocator<TMemory, TClaim> : IRmapIds
    where TMemory : struct, IMemory
    where TClaim : struct, IBitClaim
{
    private const int BitsPerWord = 64;

    private const long FreeOffset = 0;
    private const long HintOffset = NativeBlock.AlignmentBytes;
    private readonly NativeBlock _map;
    private readonly NativeBlock _counters = new(2 * NativeBlock.AlignmentBytes);
    private readonly int _words;

    /// <summary>Makes an allocator with every ID free.</summary>
    /// <param name="maxId">Largest ID to hand out: 1 to <see cref="RmapId.Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The largest ID is out of range.</exception>
    public RmapIdAllocator(int maxId = RmapId.Max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxId, RmapId.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxId, RmapId.Max);
        MaxId = maxId;
        _words = (maxId / BitsPerWord) + 1;
        _map = new NativeBlock((long)_words * sizeof(long));

        // The dummy, and the bits past the largest ID, count as handed out for ever.
        Word(0) |= 1L << RmapId.Dummy;
        int used = (maxId % BitsPerWord) + 1;
        Word(_words - 1) |= used == BitsPerWord ? 0 : -1L << used;
        FreeIds = maxId;
    }

    /// <summary>Largest ID that is handed out.</summary>
    public int MaxId { get; }

    /// <summary>IDs that are free at some moment during the call.</summary>
    // For reports: what was freed before is free for whoever sees the count.
    public int FreeCount => (int)TMemory.ReadAcquire(ref FreeIds); // [id-count]

    /// <summary>Native memory in bytes.</summary>
    public long SizeBytes => _map.SizeBytes + _counters.SizeBytes;

    /// <summary>The shared words, for a checker that must name them: the free count, the hint, then the map.</summary>
    public unsafe IReadOnlyList<nint> WordAddresses =>
        [(nint)_counters.Start, (nint)(_counters.Start + HintOffset),
            .. Enumerable.Range(0, _words).Select(word => (nint)(_map.Start + ((long)word * sizeof(long))))];

    private ref long FreeIds => ref _counters.Word64(FreeOffset);

    private ref long Hint => ref _counters.Word64(HintOffset);

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        id = RmapId.Dummy;
        if (!TryReserve())
        {
            return false;
        }

        // Plain: only where to start.
        long hint = TMemory.ReadPlain(ref Hint); // [id-hint]
        for (int start = (int)hint; !TryClaimFrom(start, hint, out id); start = TClaim.Restart(start))
        {
            // Everything looked full, although an ID is reserved: it was freed behind the scan, or moved before it.
            TMemory.Pause();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Free(int id)
    {
        if (id == RmapId.Dummy)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(id, RmapId.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, MaxId);
        int word = id / BitsPerWord;
        long bit = 1L << (id % BitsPerWord);

        // Full fence: the holder's last use of the ID comes before its next holder's first; pairs with [id-claim].
        if ((TMemory.And(ref Word(word), ~bit) & bit) == 0) // [id-free]
        {
            throw new InvalidOperationException(
                $"Rmap ID {id} was freed twice, or freed without having been handed out.");
        }

        LowerHint(word);

        // Full fence, after the bit is clear: whoever reserves this ID finds a clear bit; pairs with [id-reserve].
        TMemory.Add(ref FreeIds, 1); // [id-release]
    }

    /// <inheritdoc/>
    public bool IsHandedOut(int id)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, RmapId.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, MaxId);
        return (TMemory.ReadPlain(ref Word(id / BitsPerWord)) & (1L << (id % BitsPerWord))) != 0; // [id-look]
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _map.Dispose();
        _counters.Dispose();
    }

    private bool TryReserve()
    {
        long seen = TMemory.ReadPlain(ref FreeIds); // [id-free-guess] a guess at the comparand
        while (seen != 0)
        {
            // Full fence: the scan below comes after it; pairs with [id-release]. A plain decrement could promise one
            // free ID to two callers, of whom one would then scan for ever.
            long found = TMemory.CompareExchange(ref FreeIds, seen - 1, seen); // [id-reserve]
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    private bool TryClaimFrom(int start, long hint, out int id)
    {
        for (int word = start; word < _words; word++)
        {
            // Plain: a guess; the claim orders and decides.
            long seen = TMemory.ReadPlain(ref Word(word)); // [id-look]
            while (seen != -1)
            {
                int bit = BitOperations.TrailingZeroCount(~seen);
                if (TClaim.TryClaim<TMemory>(ref Word(word), ref seen, 1L << bit))
                {
                    if (word != hint)
                    {
                        MoveHint(hint, word);
                    }

                    id = (word * BitsPerWord) + bit;
                    return true;
                }
            }
        }

        id = RmapId.Dummy;
        return false;
    }

    /// <summary>Starts next time where this scan ended.</summary>
    private void MoveHint(long hint, int word)
    {
        // Fails if a free lowered the hint meanwhile. Full fence: the look below comes after it; pairs with [id-free].
        if (TMemory.CompareExchange(ref Hint, word, hint) != hint) // [id-raise-hint]
        {
            return;
        }

        // A free behind the scan that still saw the old hint did not lower it: either it saw the new one, or its bit is
        // seen here.
        for (int skipped = (int)hint; skipped < word; skipped++)
        {
            if (TMemory.ReadPlain(ref Word(skipped)) != -1) // [id-look-again]
            {
                LowerHint(skipped);
                return;
            }
        }
    }

    private void LowerHint(int word)
    {
        long seen = TMemory.ReadPlain(ref Hint); // [id-hint-guess] a guess at the comparand
        while (word < seen)
        {
            // After the bit is clear, by [id-free].
            long found = TMemory.CompareExchange(ref Hint, word, seen); // [id-lower-hint]
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }

    private ref long Word(int word) => ref _map.Word64((long)word * sizeof(long));
}
