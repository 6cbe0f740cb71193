using Atomics.Programs;

namespace Exploration.Tests;

/// <summary>
/// Store buffering with a compare-and-swap that fails in the place of a fence: right by the document, broken by the
/// Arm64 code of today, where it acquires and no more. Neither verdict is given then.
/// </summary>
public class FailedSwapTests
{
    [Theory]
    [InlineData(true, ExplorationVerdict.Passed)]
    [InlineData(false, ExplorationVerdict.Inconclusive)]
    public void What_passes_only_by_the_document_is_inconclusive(bool isFenced, ExplorationVerdict verdict)
    {
        ExplorationResult result = Explorer.Explore(
            new Scenario(isFenced),
            new ExplorationOptions { Model = ModelName.Dotnet },
            TestContext.Current.CancellationToken);
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(3, result.Executions);
        Assert.Empty(result.Violations);
        Assert.Equal(isFenced ? [] : [BoundKind.FailedSwap], result.Bounds.Select(bound => bound.Kind));
        Assert.All(result.Bounds, bound => Assert.EndsWith("Both read 0.", bound.Reason, StringComparison.Ordinal));
    }

    private sealed class Scenario(bool isFenced) : Atomics.Programs.Scenario
    {
        public override string Name => "failed-swap";

        public override string Description => "Not both read 0.";

        public override unsafe ScenarioInstance Create<TMemory>()
        {
            SharedWords shared = new();
            int* x = shared.Word32("x");
            int* y = shared.Word32("y");
            Actor swaps = new("swaps", ["y"], registers =>
            {
                TMemory.WritePlain(ref *x, 1);
                if (isFenced)
                {
                    TMemory.FullBarrier();
                }

                registers[0] = TMemory.CompareExchange(ref *y, 8, 7);
            });
            Actor fences = new("fences", ["x"], registers =>
            {
                TMemory.WritePlain(ref *y, 1);
                TMemory.FullBarrier();
                registers[0] = TMemory.ReadPlain(ref *x);
            });
            return new ScenarioInstance(
                [swaps, fences],
                shared.Locations,
                [],
                outcome => outcome.Registers is [[0], [0]] ? "Both read 0." : null,
                shared);
        }
    }
}
