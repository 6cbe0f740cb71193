using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Stages;
using Tracker.Reading;
using Tracker.Tracking;

namespace Scenarios.CopyOnWrite;

/// <summary>
/// A copy-on-write fault of MM 0, which maps two pages, beside another actor that changes the mappings.
/// </summary>
internal sealed class ReuseScenario(ReusePlan plan, ScenarioOptions options) : Scenario
{
    private const int MappedBefore = 2;

    /// <inheritdoc/>
    public override string Name => plan.Name;

    /// <inheritdoc/>
    public override string Description => plan.Description;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>() =>
        TrackerSelector.Select<TMemory, ScenarioInstance>(options.Tracker, new Builder(plan, options));

    private sealed class Builder(ReusePlan plan, ScenarioOptions options) : ITrackingVisitor<ScenarioInstance>
    {
        public ScenarioInstance Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
        {
            FolioStage stage = new(options.Values, mms: 2, tracking.Format.Layout);
            stage.MapBefore(0, MappedBefore);
            int shift = tracking.Format.Shift;
            if (!plan.IsPinned)
            {
                DropOwnReference(stage);
            }

            int mapper = plan.IsPinned ? 0 : 1;
            Actor maps = new(plan.IsPinned ? "mapper" : "child", [], _ =>
            {
                tracking.Map(stage.Folio, stage.Mms[mapper], 0, 1);
                tracking.Unmap(stage.Folio, stage.Mms[mapper], 0, 1, out int _);
            });
            Actor faults = new("fault", ["answer", "number"], registers =>
            {
                Reuse reuse = tracking.CanReuse(stage.Folio, stage.Mms[0]);
                registers[0] = (long)reuse.Answer;
                registers[1] = reuse.Answer == ReuseAnswer.Reuse ? reuse.Word >>> shift : 0;
            });
            return new ScenarioInstance([maps, faults], stage.Locations, ["references", .. stage.MappingNames],
                outcome => Check(outcome, plan), stage);
        }

        private static string? Check(Outcome outcome, ReusePlan plan)
        {
            long answer = outcome.Registers[1][0];
            long number = outcome.Registers[1][1];
            if (answer != (long)ReuseAnswer.Reuse)
            {
                return null;
            }

            if (plan.IsPinned)
            {
                return "the fault reused a folio on which somebody else holds a reference; expected OtherReferences.";
            }

            // The child maps in section 1 and unmaps in section 2.
            return number == 1
                ? "the fault reused a folio at sequence 1, where a child maps it too; expected NotExclusive."
                : null;
        }

        private static unsafe void DropOwnReference(FolioStage stage) => stage.Folio.State->References--;
    }
}
