using Tracker.Reading;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>Chooses the write section of a protocol, or a canary's, and then the reader.</summary>
internal sealed class SectionOf<TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
    : ISeqcountVisitor<TResult>, IWriteSectionVisitor<TResult>
{
    /// <inheritdoc/>
    TResult ISeqcountVisitor<TResult>.Visit<TSeqcount>() =>
        selection.Canary is SectionCanary canary
            ? canary.Select<TSeqcount, TResult>(this)
            : WithReader<WriteSection<TSeqcount>>();

    /// <inheritdoc/>
    TResult IWriteSectionVisitor<TResult>.Visit<TSection>() => WithReader<TSection>();

    private TResult WithReader<TSection>() where TSection : struct, IWriteSection =>
        ReaderSelector.Select(selection, TSection.Format.Layout, new ReaderVisitor<TSection>(visitor));

    private sealed class ReaderVisitor<TSection>(ISectionVisitor<TResult> visitor) : IReadVisitor<TResult>
        where TSection : struct, IWriteSection
    {
        public TResult Visit<TRead>() where TRead : struct, ISnapshotRead => visitor.Visit<TSection, TRead>();
    }
}
