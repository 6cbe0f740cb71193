using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Rivals;

/// <summary>
/// What the schemes share that read the mapcount and no values: one word, so that a snapshot is never torn.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSeqcount">What numbers the sections, or <see cref="Unnumbered"/>.</typeparam>
internal static unsafe class MapcountReader<TMemory, TSeqcount>
    where TMemory : struct, IMemory
    where TSeqcount : struct, ISeqcount
{
    /// <summary>
    /// Reads the mapcount. Where sections are numbered it is accepted with a number, so if none came in between.
    /// </summary>
    public static ReadResult TryRead(Folio folio, out Snapshot snapshot)
    {
        snapshot = default;
        snapshot.Word = QuietLook<TMemory, TSeqcount>.Begin(folio.State);
        snapshot.Mapcount = TMemory.ReadAcquire(ref folio.State->MapcountMinusOne) + 1; // [mapcount-read]
        return !QuietLook<TMemory, TSeqcount>.IsNumbered
            || QuietLook<TMemory, TSeqcount>.WasQuiet(folio.State, snapshot.Word)
            ? ReadResult.Accepted
            : ReadResult.Changed;
    }

    /// <summary>
    /// May a fault reuse the folio, by an answer about it? Where sections are numbered a reuse needs a number, so that
    /// an audit can judge it: one that a section got into is refused.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reuse CanReuse(Folio folio, Decision decision)
    {
        int references = TMemory.ReadAcquire(ref folio.State->References); // [mapcount-references]
        ReuseAnswer answer = references != decision.Mapcount ? ReuseAnswer.OtherReferences
            : decision.Answer != Sharing.Exclusive ? ReuseAnswer.NotExclusive
            : QuietLook<TMemory, TSeqcount>.IsNumbered
                && !(decision.Rechecked && QuietLook<TMemory, TSeqcount>.WasQuiet(folio.State, decision.Word))
                ? ReuseAnswer.Changed
            : ReuseAnswer.Reuse;
        return new Reuse(answer, decision.Word);
    }
}
