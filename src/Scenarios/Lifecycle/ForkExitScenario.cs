using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Stages;
using Tracker;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Tracking;

namespace Scenarios.Lifecycle;

/// <summary>
/// A parent forks (maps its folio into a child) and then exits, while an earlier child exits: the last one to leave
/// frees the folio, exactly once and without a defect.
/// </summary>
internal sealed class ForkExitScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "fork-exit";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "A parent forks and exits while an earlier child exits and a reader looks: the last one frees "
        + "the folio, once, clean.";

    private const int Pages = 2;
    private const int Parent = 0;
    private const int EarlierChild = 1;
    private const int Child = 2;

    /// <inheritdoc/>
    public override string Name => ScenarioName;

    /// <inheritdoc/>
    public override string Description => Summary;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>() =>
        TrackerSelector.Select<TMemory, ScenarioInstance>(options.Tracker, new Builder<TMemory>(options));

    private sealed unsafe class Builder<TMemory>(ScenarioOptions options) : ITrackingVisitor<ScenarioInstance>
        where TMemory : struct, IMemory
    {
        public ScenarioInstance Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
        {
            FolioStage stage = new(options.Values, mms: 3, tracking.Format.Layout);
            Folio folio = stage.Folio;
            stage.MapBefore(Parent, Pages);
            stage.MapBefore(EarlierChild, Pages);
            folio.State->References--;
            Actor parent = new("parent", ["freed", "defect"], registers =>
            {
                tracking.Map(folio, stage.Mms[Child], 0, Pages);
                Exit(tracking, stage, Parent, registers);
                Exit(tracking, stage, Child, registers);
            });
            Actor child = new("earlier child", ["freed", "defect"],
                registers => Exit(tracking, stage, EarlierChild, registers));
            Actor reader = new("reader", ["freed", "defect", "answer"], registers =>
            {
                if (ReferenceCount.TryGet<TMemory>(ref folio.State->References))
                {
                    registers[2] = 1 + (long)tracking.Decide(folio, stage.Mms[Parent], maxTries: 1).Answer;
                    Inspect(tracking, stage, ReferenceCount.Put<TMemory>(ref folio.State->References, 1), registers);
                }
            });
            Actor[] actors = options.Readers == 0 ? [parent, child] : [parent, child, reader];
            return new ScenarioInstance(actors, stage.Locations, ["references", .. stage.MappingNames], Check, stage);
        }

        private static void Exit<TTracking>(TTracking tracking, FolioStage stage, int mm, Span<long> registers)
            where TTracking : struct, ITracking
        {
            tracking.Unmap(stage.Folio, stage.Mms[mm], 0, Pages, out int left);
            Inspect(tracking, stage, left, registers);
        }

        private static void Inspect<TTracking>(TTracking tracking, FolioStage stage, int left, Span<long> registers)
            where TTracking : struct, ITracking
        {
            if (left == 0)
            {
                registers[0]++;
                registers[1] = (long)FolioInspection.Inspect<TMemory>(stage.Folio, tracking);
            }
        }

        private static string? Check(Outcome outcome)
        {
            long freed = outcome.Registers.Sum(registers => registers[0]);
            long defects = outcome.Registers.Sum(registers => registers[1]);
            bool clean = outcome.Final[0] == 0 && outcome.Final[1] == -1
                && outcome.Final.Skip(2).All(value => value == 0);
            if (freed != 1 || defects != 0 || !clean)
            {
                return $"the folio was freed {freed} times with {defects} defects and ends with "
                    + $"[{string.Join(", ", outcome.Final)}]; expected once, none, and all zero.";
            }

            return null;
        }
    }
}
