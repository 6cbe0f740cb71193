using Scenarios.Canaries;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>Chooses the write section of a protocol, or a canary's, and then the reader.</summary>
internal sealed class SectionOf<TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor) : ISeqcountVisitor<TResult>
{
    /// <inheritdoc/>
    public TResult Visit<TSeqcount>() where TSeqcount : struct, ISeqcount => selection.Canary switch
    {
        "writer-begin-late" => ReaderSelector.Of<WriterBeginLate<TSeqcount>, TResult>(selection, visitor),
        "writer-end-early" => ReaderSelector.Of<WriterEndEarly<TSeqcount>, TResult>(selection, visitor),
        "mapcount-torn-add" => ReaderSelector.Of<MapcountTornAdd<TSeqcount>, TResult>(selection, visitor),
        "batch-count-ignored" => ReaderSelector.Of<BatchCountIgnored<TSeqcount>, TResult>(selection, visitor),
        _ => ReaderSelector.Of<WriteSection<TSeqcount>, TResult>(selection, visitor),
    };
}
