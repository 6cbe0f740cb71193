using System.Runtime.CompilerServices;
using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Tracker.Reading;

/// <summary>
/// Decides whether a folio is mapped by one MM or by several (patches 03 and 09): exclusive if the mapcount is at most
/// the page count and every value is the mapcount times the MM's sub-ID.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TRead">How reads are ordered.</typeparam>
public static unsafe class SharingReader<TMemory, TRead>
    where TMemory : struct, IMemory
    where TRead : struct, ISnapshotRead
{
    /// <summary>Decides, trying a bounded number of times.</summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="mm">The MM, on which the caller holds a reference.</param>
    /// <param name="writersMask">The protocol's writer bits.</param>
    /// <param name="maxTries">Tries at most, at least 1; <see cref="int.MaxValue"/> for as long as it takes (the
    /// patch).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Decision Decide(Folio folio, AddressSpace mm, long writersMask, int maxTries)
    {
        FolioState* state = folio.State;
        long* sequence = &state->Sequence;
        long* subIds = mm.SubIdsFor<TMemory>(folio);
        int most = FolioShape.Read<TMemory>(folio).MostExclusive;
        long word = 0;
        int mapcount = 0;
        for (int retries = 0; retries < maxTries; retries++)
        {
            word = TRead.Begin<TMemory>(ref *sequence);
            mapcount = TRead.Read<TMemory>(ref *&state->MapcountMinusOne) + 1;

            // The mapcount is one word: it cannot be torn, so these two answers need neither an idle seqcount nor a
            // recheck. They hold at the moment of the read above. A mapcount of 1 with matching values does need one:
            // the values are other words, read at another moment.
            if (mapcount == 0)
            {
                return new Decision(Sharing.Unmapped, Rechecked: false, word, mapcount, retries);
            }

            // Unsigned: a count below 0, which only broken code leaves, is never "exclusive".
            if ((uint)mapcount > (uint)most)
            {
                return new Decision(Sharing.Shared, Rechecked: false, word, mapcount, retries);
            }

            if (TRead.IsIdle(word, writersMask))
            {
                long difference = RmapDifference<TMemory, TRead>.Of(folio, subIds, mapcount);
                if (!TRead.MustRetry<TMemory>(ref *sequence, word))
                {
                    return new Decision(difference == 0
                        ? Sharing.Exclusive
                        : Sharing.Shared, Rechecked: true, word, mapcount, retries);
                }
            }

            TMemory.Pause();
        }

        return new Decision(Sharing.MaybeShared, Rechecked: false, word, mapcount, maxTries);
    }
}
