using Atomics.Programs;

namespace Exploration.Tests.Races;

/// <summary>
/// A reader announces an epoch around its use of a node; who unlinks the node waits for it before he reuses it.
/// </summary>
internal sealed unsafe class EpochScenario(bool isReleased) : Scenario
{
    private const int Live = 7;

    public override string Name => "epoch";

    public override string Description => "A reader uses a node inside an epoch, a reclaimer unlinks and reuses it.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        int* announced = words.Word32("announced");
        int* linked = words.Word32("linked", 1);
        int* node = words.Data32("node", Live);
        Actor reader = new("reader", ["value"], registers =>
        {
            TMemory.WritePlain(ref *announced, 1);
            TMemory.FullBarrier();
            registers[0] = TMemory.ReadAcquire(ref *linked) == 1 ? TMemory.ReadPlain(ref *node) : Live;
            Handing.Over<TMemory>(ref *announced, 0, isReleased);
        });
        Actor reclaimer = new("reclaimer", [], _ =>
        {
            TMemory.WritePlain(ref *linked, 0);
            TMemory.FullBarrier();
            while (TMemory.ReadAcquire(ref *announced) != 0)
            {
                TMemory.Pause();
            }

            TMemory.WritePlain(ref *node, 0);
        });
        return new ScenarioInstance(
            [reader, reclaimer],
            words.Locations,
            [],
            outcome => outcome.Registers[0][0] == Live ? null : $"{outcome}: expected {Live}",
            words);
    }
}
