using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;

namespace Tracker.Reading;

/// <summary>
/// Reads a folio's mapcount and values as one state. Three ways to deal with writers: try once, retry until accepted,
/// retry a bounded number of times.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TRead">How reads are ordered.</typeparam>
public static unsafe class SnapshotReader<TMemory, TRead>
    where TMemory : struct, IMemory
    where TRead : struct, ISnapshotRead
{
    /// <summary>Tries once.</summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="writersMask">The protocol's writer bits.</param>
    /// <param name="snapshot">What was read, if accepted; if not, only its word was.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadResult TryRead(Folio folio, long writersMask, out Snapshot snapshot)
    {
        FolioState* state = folio.State;
        // Not cleared: that took a third of the time, and more where it crosses a cache line (docs/COSTS.md).
        Unsafe.SkipInit(out snapshot);

        // Pointers and numbers in locals: a reference taken through the state costs a null check and an address
        // computation of its own at each access (measured: 1.4 ns instead of 2.0 ns for a try).
        long* sequence = &state->Sequence;
        int* mapcount = &state->MapcountMinusOne;
        long* words = state->Values;
        long word = TRead.Begin<TMemory>(ref *sequence);
        snapshot.Word = word;
        if (!TRead.IsIdle(word, writersMask))
        {
            return ReadResult.WriterInside;
        }

        snapshot.Mapcount = TRead.Read<TMemory>(ref *mapcount) + 1;
        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        for (int value = 0; value < values; value++)
        {
            snapshot.Values[value] = TRead.Read<TMemory>(ref words[value]);
        }

        return TRead.MustRetry<TMemory>(ref *sequence, word) ? ReadResult.Changed : ReadResult.Accepted;
    }

    /// <summary>
    /// Retries until a snapshot is accepted. No bound: writers that overlap without a gap can keep a reader here for
    /// ever (patch 06 says so; <see cref="TryRead(Folio, long, int, out Snapshot, out int)"/> is the remedy).
    /// </summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="writersMask">The protocol's writer bits.</param>
    /// <param name="retries">Tries that were not accepted.</param>
    public static Snapshot Read(Folio folio, long writersMask, out int retries)
    {
        Snapshot snapshot;
        for (retries = 0; TryRead(folio, writersMask, out snapshot) != ReadResult.Accepted; retries++)
        {
            TMemory.Pause();
        }

        return snapshot;
    }

    /// <summary>Tries a bounded number of times.</summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="writersMask">The protocol's writer bits.</param>
    /// <param name="maxTries">Tries at most, at least 1.</param>
    /// <param name="snapshot">What was read, if accepted; if not, only its word was.</param>
    /// <param name="retries">Tries that were not accepted.</param>
    /// <returns>False if none was accepted.</returns>
    public static bool TryRead(Folio folio, long writersMask, int maxTries, out Snapshot snapshot, out int retries)
    {
        Unsafe.SkipInit(out snapshot);
        for (retries = 0; retries < maxTries; retries++)
        {
            if (TryRead(folio, writersMask, out snapshot) == ReadResult.Accepted)
            {
                return true;
            }

            TMemory.Pause();
        }

        return false;
    }
}
