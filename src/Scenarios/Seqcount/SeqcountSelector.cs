using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Weakest;
using Tracker.Reading;
using Tracker.Writing;

namespace Scenarios.Seqcount;

/// <summary>Finds the types of a seqcount scenario.</summary>
internal static class SeqcountSelector
{
    /// <summary>
    /// The scenario with the variant that the options name; a model-only canary replaces the write section.
    /// </summary>
    public static ScenarioDeclaration Select(SeqcountPlan plan, ScenarioOptions options) =>
        options.Tracker.Canary is WeakSectionCanary
            ? SelectWeak(plan, options)
            : TrackerSelector.Select(options.Tracker, new Visitor(plan, options));

    /// <summary>The scenario with the weakest writers: shared ones that suffice, or a canary's.</summary>
    public static ScenarioDeclaration SelectWeak(SeqcountPlan plan, ScenarioOptions options)
    {
        WeakVisitor visitor = new(plan, options);
        return options.Tracker.Canary is WeakSectionCanary canary
            ? canary.Select(visitor)
            : visitor.Visit<WeakSharedSection<SufficientOrders>>();
    }

    private sealed class Visitor(SeqcountPlan plan, ScenarioOptions options) : ISectionVisitor<ScenarioDeclaration>
    {
        public ScenarioDeclaration Visit<TSection, TRead>()
            where TSection : struct, IWriteSection
            where TRead : struct, ISnapshotRead =>
            new SeqcountScenario<TSection, TRead>(plan, options);
    }

    private sealed class WeakVisitor(SeqcountPlan plan, ScenarioOptions options)
        : IWeakSectionVisitor<ScenarioDeclaration>
    {
        public ScenarioDeclaration Visit<TSection>() where TSection : struct, IWeakSection =>
            ReaderSelector.Select(options.Tracker, TSection.Format.Layout,
                new WeakReaderVisitor<TSection>(plan, options));
    }

    private sealed class WeakReaderVisitor<TSection>(SeqcountPlan plan, ScenarioOptions options)
        : IReadVisitor<ScenarioDeclaration>
        where TSection : struct, IWeakSection
    {
        public ScenarioDeclaration Visit<TRead>() where TRead : struct, ISnapshotRead =>
            new WeakSeqcountScenario<TSection, TRead>(plan, options);
    }
}
