using Atomics.Programs;
using Exploration.Counterexamples;

namespace Exploration.Tests.Counterexamples;

/// <summary>
/// A read that sees what it causes is explained by the rule that is missing, and the line that would bring it in.
/// </summary>
public class StrengtheningTests
{
    [Fact]
    public void A_write_that_passes_a_read_is_named_by_file_and_line()
    {
        ExplorationResult result = Explorer.Explore(
            new SlotScenario(), new ExplorationOptions { Model = ModelName.Dotnet },
            TestContext.Current.CancellationToken);
        Counterexample found = Assert.IsType<Counterexample>(result.Counterexample);
        string sentence = Assert.Single(found.Reorderings);
        int write = found.Steps.ToList().FindIndex(step => step is { Operation: "write plain", Location: "head" });
        Assert.EndsWith(
            $"the write of step {write + 1} is visible before this read, which comes first in the program; "
                + "nothing orders a plain read before a later plain write. "
                + $"A Volatile.Write at StrengtheningTests.cs:{SlotScenario.LineOfWrite} would.",
            sentence,
            StringComparison.Ordinal);
    }

    /// <summary>A consumer gives a slot back by a plain write of the head; the producer fills it again.</summary>
    private sealed class SlotScenario : ModelScenario
    {
        public static int LineOfWrite { get; private set; }

        public override string Name => "slot";

        public override string Description => "A consumer that gives a slot back has read what was in it.";

        public override unsafe ScenarioInstance Create<TMemory>()
        {
            SharedWords shared = new();
            int* slot = shared.Word32("slot");
            int* head = shared.Word32("head");
            Actor consumer = new("consumer", ["slot"], registers =>
            {
                registers[0] = TMemory.ReadPlain(ref *slot);
                LineOfWrite = Here() + 1;
                TMemory.WritePlain(ref *head, 1);
            });
            Actor producer = new("producer", [], _ =>
            {
                if (TMemory.ReadAcquire(ref *head) == 1)
                {
                    TMemory.WritePlain(ref *slot, 2);
                }
            });
            return new ScenarioInstance(
                [consumer, producer],
                shared.Locations,
                [],
                outcome => outcome.Registers is [[2], ..] ? "The consumer reads what the producer writes next." : null,
                shared);
        }

        private static int Here([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
    }
}
