using Atomics.Programs;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Seqcount;

/// <summary>
/// Finds the types of a <see cref="SharingScenario{TSeqcount, TRead}"/>: the protocol, then the reader.
/// </summary>
internal static class SharingSelector
{
    /// <summary>The scenario with the variant that the options name.</summary>
    public static ScenarioDeclaration Select(SeqcountPlan plan, ScenarioOptions options) =>
        TrackerSelector.Select(options.Tracker, new ProtocolVisitor(plan, options));

    private sealed class ProtocolVisitor(SeqcountPlan plan, ScenarioOptions options)
        : ISeqcountVisitor<ScenarioDeclaration>
    {
        public ScenarioDeclaration Visit<TSeqcount>() where TSeqcount : struct, ISeqcount =>
            ReaderSelector.Select(options.Tracker, TSeqcount.Format.Layout,
                new ReaderVisitor<TSeqcount>(plan, options));
    }

    private sealed class ReaderVisitor<TSeqcount>(SeqcountPlan plan, ScenarioOptions options)
        : IReadVisitor<ScenarioDeclaration>
        where TSeqcount : struct, ISeqcount
    {
        public ScenarioDeclaration Visit<TRead>() where TRead : struct, ISnapshotRead =>
            new SharingScenario<TSeqcount, TRead>(plan, options);
    }
}
