using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Writing;

namespace Scenarios.Seqcount;

/// <summary>Finds the types of a <see cref="PassedOnScenario{TSection, TRead}"/>.</summary>
internal static class PassedOnSelector
{
    /// <summary>The scenario with the variant that the options name.</summary>
    public static ScenarioDeclaration Select(SeqcountPlan plan, ScenarioOptions options) =>
        TrackerSelector.Select(options.Tracker, new Visitor(plan, options));

    private sealed class Visitor(SeqcountPlan plan, ScenarioOptions options) : ISectionVisitor<ScenarioDeclaration>
    {
        public ScenarioDeclaration Visit<TSection, TRead>()
            where TSection : struct, IWriteSection
            where TRead : struct, ISnapshotRead =>
            new PassedOnScenario<TSection, TRead>(plan, options);
    }
}
