using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Tracker.Reading;

/// <summary>
/// Decides whether a copy-on-write fault may reuse a large anonymous folio (patch 10): one try, and any doubt means
/// copy.
/// </summary>
/// <remarks>
/// Sound because each mapping holds a reference which was taken before the mapcount rose and is dropped after it fell:
/// with no writer inside, references above the mapcount belong to somebody else, and references equal to it to nobody
/// else.
/// </remarks>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TRead">How reads are ordered.</typeparam>
public static unsafe class ReuseReader<TMemory, TRead>
    where TMemory : struct, IMemory
    where TRead : struct, ISnapshotRead
{
    /// <summary>Decides once.</summary>
    /// <param name="folio">A folio that the MM maps: its mappings hold the caller's references.</param>
    /// <param name="mm">The MM that took the fault.</param>
    /// <param name="writersMask">The protocol's writer bits.</param>
    public static Reuse Decide(Folio folio, AddressSpace mm, long writersMask)
    {
        long word = TRead.Begin<TMemory>(ref folio.State->Sequence);
        return new Reuse(Judge(folio, mm.SubIdsFor<TMemory>(folio), word, writersMask), word);
    }

    private static ReuseAnswer Judge(Folio folio, long* subIds, long word, long writersMask)
    {
        FolioState* state = folio.State;
        if (!TRead.IsIdle(word, writersMask))
        {
            return ReuseAnswer.WriterInside;
        }

        int mapcount = TRead.Read<TMemory>(ref state->MapcountMinusOne) + 1;
        if ((uint)mapcount > (uint)FolioShape.Read<TMemory>(folio).MostExclusive)
        {
            return ReuseAnswer.TooManyMappings;
        }

        // Inside the read section, so that it belongs to the same state as the mapcount: pairs with [reference-add],
        // which comes before a section, and [reference-put], which comes after one.
        if (TRead.Read<TMemory>(ref state->References) != mapcount) // [reuse-references]
        {
            return ReuseAnswer.OtherReferences;
        }

        if (RmapDifference<TMemory, TRead>.Of(folio, subIds, mapcount) != 0)
        {
            return ReuseAnswer.NotExclusive;
        }

        return TRead.MustRetry<TMemory>(ref state->Sequence, word) ? ReuseAnswer.Changed : ReuseAnswer.Reuse;
    }
}
