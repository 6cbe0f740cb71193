using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Races;

/// <summary>
/// A bounded queue of several producers and consumers, with one slot: each draws a ticket and waits until it is the
/// slot's turn, which is even while the slot is free. (The scheme of Vyukov's bounded queue.)
/// </summary>
internal sealed unsafe class BoundedQueueScenario(bool isReleased) : Scenario
{
    public override string Name => "bounded-queue";

    public override string Description => "A producer hands over two items through one slot, to two consumers.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        int* head = words.Word32("head");
        int* tail = words.Word32("tail");
        int* turn = words.Word32("turn");
        int* slot = words.Data32("slot");
        Actor producer = new("producer", [], _ =>
        {
            for (int item = 1; item <= 2; item++)
            {
                int ticket = TMemory.AddReturn(ref *tail, 1) - 1;
                WaitFor<TMemory>(ref *turn, 2 * ticket);
                TMemory.WritePlain(ref *slot, item);
                TMemory.WriteRelease(ref *turn, (2 * ticket) + 1);
            }
        });
        Actor Consumer(int number) => new($"consumer {number}", ["item"], registers =>
        {
            int ticket = TMemory.AddReturn(ref *head, 1) - 1;
            WaitFor<TMemory>(ref *turn, (2 * ticket) + 1);
            registers[0] = TMemory.ReadPlain(ref *slot);
            Handing.Over<TMemory>(ref *turn, (2 * ticket) + 2, isReleased);
        });
        return new ScenarioInstance(
            [producer, Consumer(1), Consumer(2)],
            words.Locations,
            [],
            outcome => outcome.Registers[1][0] + outcome.Registers[2][0] == 3 ? null : $"{outcome}: expected 1 and 2",
            words);
    }

    private static void WaitFor<TMemory>(ref int word, int value) where TMemory : struct, IMemory
    {
        while (TMemory.ReadAcquire(ref word) != value)
        {
            TMemory.Pause();
        }
    }
}
