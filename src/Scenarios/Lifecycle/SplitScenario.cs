using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Stages;
using Tracker;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Scenarios.Lifecycle;

/// <summary>
/// The owner of an unmapped folio splits it while another thread takes a reference, looks and drops it: the split
/// succeeds only while nobody looks, and whoever looks sees one life or the other.
/// </summary>
internal sealed class SplitScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "split";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "A folio is split while another thread takes a reference and looks: it sees one life or the other.";

    private const int Order = 9;
    private const int SplitOrder = 7;

    /// <inheritdoc/>
    public override string Name => ScenarioName;

    /// <inheritdoc/>
    public override string Description => Summary;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>() =>
        TrackerSelector.Select<TMemory, ScenarioInstance>(options.Tracker, new Builder<TMemory>());

    private sealed unsafe class Builder<TMemory> : ITrackingVisitor<ScenarioInstance>
        where TMemory : struct, IMemory
    {
        public ScenarioInstance Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
        {
            FolioStage stage = new(values: 3, mms: 1, tracking.Format.Layout, order: Order);
            Folio folio = stage.Folio;
            int shift = tracking.Format.Shift;
            folio.State->Sequence = 2L << shift;
            Actor owner = new("owner", ["split", "defect"], registers =>
            {
                registers[0] =
                    FolioSplit.TrySplit<TMemory>(folio, FolioShape.Of(SplitOrder, stage.Class), incarnation: 2,
                    tracking, out FolioDefect defect) ? 1 : 0;
                registers[1] = (long)defect;
            });
            Actor looker = new("looker", ["referenced", "order", "number", "accepted"], registers =>
            {
                if (!ReferenceCount.TryGet<TMemory>(ref folio.State->References))
                {
                    return;
                }

                registers[0] = 1;
                registers[1] = FolioShape.Read<TMemory>(folio).Order;
                registers[3] = tracking.TryRead(folio, out Snapshot snapshot) == ReadResult.Accepted ? 1 : 0;
                registers[2] = snapshot.Word >>> shift;
                ReferenceCount.Put<TMemory>(ref folio.State->References, 1);
            });
            return new ScenarioInstance([owner, looker], stage.LocationsOfLives, ["references"], Check, stage);
        }

        private static string? Check(Outcome outcome)
        {
            long[] owner = outcome.Registers[0];
            long[] seen = outcome.Registers[1];
            if (owner[1] != 0 || outcome.Final[0] != 1)
            {
                return $"the owner saw defect {(FolioDefect)owner[1]} and {outcome.Final[0]} references are left; "
                    + "expected None and 1.";
            }

            bool oldLife = seen[1] == Order && seen[2] == 2;
            bool newLife = seen[1] == SplitOrder && seen[2] == 0 && owner[0] == 1;
            return seen[0] == 0 || (seen[3] == 1 && (oldLife || newLife)) ? null
                : $"the looker saw order {seen[1]} at sequence {seen[2]}; expected order {Order} at 2 or order "
                + $"{SplitOrder} at 0.";
        }
    }
}
