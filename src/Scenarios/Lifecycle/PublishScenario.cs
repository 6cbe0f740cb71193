using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Seqcount;
using Scenarios.Stages;
using Tracker;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Scenarios.Lifecycle;

/// <summary>
/// A folio whose words hold its former life is prepared, set and published while a reader tries to take a reference:
/// with one, it sees the new life.
/// </summary>
internal sealed class PublishScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "publish";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "A new folio is set and published while a reader takes a reference: it sees the first mappings or nothing.";

    private const int MappedBefore = 3;
    private const int Mapped = 2;

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
            FolioStage stage = new(options.Values, mms: 1, tracking.Format.Layout);
            Folio folio = stage.Folio;
            stage.MapBefore(0, MappedBefore);
            folio.State->Sequence = 5L << tracking.Format.Shift;
            folio.State->References = 0;
            int shift = tracking.Format.Shift;
            Actor maker = new("maker", [], _ =>
            {
                FolioPreparation.Prepare<TMemory>(folio, FolioShape.Of(stage.Order, stage.Class), incarnation: 2,
                    tracking.Format.Layout, idleWord: 0);
                tracking.Set(folio, stage.Mms[0], 0, Mapped);
                FolioPublication.Publish<TMemory>(folio, Mapped);
            });
            Actor reader = new("reader", ["referenced", .. SnapshotRegisters.Names(options.Values)], registers =>
            {
                if (ReferenceCount.TryGet<TMemory>(ref folio.State->References))
                {
                    registers[0] = 1;
                    bool accepted = tracking.TryRead(folio, out Snapshot snapshot) == ReadResult.Accepted;
                    SnapshotRegisters.Store(registers[1..], accepted, snapshot, shift);
                }
            });
            return new ScenarioInstance(
                [maker, reader], stage.LocationsOfLives, [], outcome => Check(outcome, stage), stage);
        }

        private static string? Check(Outcome outcome, FolioStage stage)
        {
            long[] seen = outcome.Registers[1];
            bool allowed = seen[0] == 0 || (seen[1] == 1 && seen[2] == 0 && seen[3] == Mapped
                && Enumerable.Range(0, stage.Class.Values)
                    .All(value => seen[4 + value] == stage.SubId(0, value) * Mapped));
            return allowed ? null
                : $"the reader holds a reference and saw [{string.Join(", ", seen[1..])}]; expected an accepted "
                + $"snapshot of {Mapped} mappings at sequence 0.";
        }
    }
}
