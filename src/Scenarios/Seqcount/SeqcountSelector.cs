using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Scenarios.Weakest;
using Tracker.Reading;
using Tracker.Writing;

namespace Scenarios.Seqcount;

/// <summary>Finds the types of a seqcount scenario.</summary>
internal static class SeqcountSelector
{
    /// <summary>The scenario with the variant that the options name; a model-only canary replaces the write section.</summary>
    public static ScenarioDeclaration Select(SeqcountPlan plan, ScenarioOptions options) => options.Tracker.Canary switch
    {
        "exclusive-end-relaxed" => Weak<ExclusiveEndRelaxed>(plan, options),
        "writer-begin-unfenced" or "writer-end-relaxed" => SelectWeak(plan, options),
        _ => TrackerSelector.Select(options.Tracker, new Visitor(plan, options)),
    };

    /// <summary>The scenario with the weakest shared writers.</summary>
    public static ScenarioDeclaration SelectWeak(SeqcountPlan plan, ScenarioOptions options) => options.Tracker.Canary switch
    {
        "writer-begin-unfenced" => Weak<WeakSharedSection<WriterBeginUnfenced>>(plan, options),
        "writer-end-relaxed" => Weak<WeakSharedSection<WriterEndRelaxed>>(plan, options),
        _ => Weak<WeakSharedSection<SufficientOrders>>(plan, options),
    };

    private static ScenarioDeclaration Weak<TSection>(SeqcountPlan plan, ScenarioOptions options)
        where TSection : struct, IWeakSection =>
        options.Tracker.Reading == TrackerSelection.AcquireReading
            ? new WeakSeqcountScenario<TSection, AcquireRead>(plan, options)
            : new WeakSeqcountScenario<TSection, BarrierRead>(plan, options);

    private sealed class Visitor(SeqcountPlan plan, ScenarioOptions options) : ISectionVisitor<ScenarioDeclaration>
    {
        public ScenarioDeclaration Visit<TSection, TRead>()
            where TSection : struct, IWriteSection
            where TRead : struct, ISnapshotRead =>
            new SeqcountScenario<TSection, TRead>(plan, options);
    }
}
