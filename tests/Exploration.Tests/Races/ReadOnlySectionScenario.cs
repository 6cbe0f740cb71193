using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Races;

/// <summary>A lock around a section that only reads, and around one that writes.</summary>
internal sealed unsafe class ReadOnlySectionScenario(bool isReleased) : Scenario
{
    public override string Name => "read-only-section";

    public override string Description =>
        "A reader and a writer of two words under one lock: the reader sees both changes or none.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        int* taken = words.Word32("lock");
        int* left = words.Data32("left");
        long* right = words.Data64("right");
        Actor reader = new("reader", ["left", "right"], registers =>
        {
            Enter<TMemory>(ref *taken);
            registers[0] = TMemory.ReadPlain(ref *left);
            registers[1] = TMemory.ReadPlain(ref *right);
            Handing.Over<TMemory>(ref *taken, 0, isReleased);
        });
        Actor writer = new("writer", [], _ =>
        {
            Enter<TMemory>(ref *taken);
            TMemory.WritePlain(ref *left, 1);
            TMemory.WritePlain(ref *right, 1L);
            TMemory.WriteRelease(ref *taken, 0);
        });
        return new ScenarioInstance(
            [reader, writer],
            words.Locations,
            [],
            outcome => outcome.Registers[0][0] == outcome.Registers[0][1] ? null : $"{outcome}: expected both or none",
            words);
    }

    private static void Enter<TMemory>(ref int word) where TMemory : struct, IMemory
    {
        while (TMemory.CompareExchange(ref word, 1, 0) != 0)
        {
            TMemory.Pause();
        }
    }
}
