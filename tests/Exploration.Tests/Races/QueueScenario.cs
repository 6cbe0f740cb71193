using Atomics.Programs;

namespace Exploration.Tests.Races;

/// <summary>
/// A queue of one slot between a producer and a consumer; the consumer gives the slot back by its index.
/// </summary>
internal sealed unsafe class QueueScenario(bool isReleased) : Scenario
{
    private const int Items = 2;

    public override string Name => "queue";

    public override string Description => "A producer and a consumer hand over two items through one slot, in order.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        int* head = words.Word32("head");
        int* tail = words.Word32("tail");
        int* slot = words.Data32("slot");
        Actor producer = new("producer", [], _ =>
        {
            for (int item = 0; item < Items; item++)
            {
                while (TMemory.ReadAcquire(ref *head) != item)
                {
                    TMemory.Pause();
                }

                TMemory.WritePlain(ref *slot, item + 1);
                TMemory.WriteRelease(ref *tail, item + 1);
            }
        });
        Actor consumer = new("consumer", ["first", "second"], registers =>
        {
            for (int item = 0; item < Items; item++)
            {
                while (TMemory.ReadAcquire(ref *tail) == item)
                {
                    TMemory.Pause();
                }

                registers[item] = TMemory.ReadPlain(ref *slot);
                Handing.Over<TMemory>(ref *head, item + 1, isReleased);
            }
        });
        return new ScenarioInstance(
            [producer, consumer],
            words.Locations,
            [],
            outcome => outcome.Registers[1] is [1, 2] ? null : $"{outcome}: expected 1, then 2",
            words);
    }
}
