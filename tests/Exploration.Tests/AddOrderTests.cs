using Atomics.Programs;

namespace Exploration.Tests;

/// <summary>
/// Adds left unordered where every order of them, and there are many, forbids what the execution shows.
/// </summary>
public class AddOrderTests
{
    [Fact]
    public void An_execution_with_too_many_orders_to_try_is_given_up_and_the_search_goes_on()
    {
        ExplorationResult result = Explorer.Explore(
            new Scenario(adds: 4),
            new ExplorationOptions { Model = ModelName.Rc11, Equivalence = Equivalence.Observation },
            TestContext.Current.CancellationToken);
        Assert.Equal(ExplorationVerdict.Inconclusive, result.Verdict);
        SearchBound bound = Assert.Single(result.Bounds);
        Assert.Equal(BoundKind.ExecutionSize, bound.Kind);
        Assert.Contains("too many orders of adds", bound.Reason, StringComparison.Ordinal);
        Assert.True(result.Truncated > 0);
        Assert.True(result.Executions > 0);
    }

    [Fact]
    public void With_few_orders_none_of_which_is_consistent_the_search_is_complete()
    {
        ExplorationResult result = Explorer.Explore(
            new Scenario(adds: 1),
            new ExplorationOptions { Equivalence = Equivalence.Observation, FindsSites = false },
            TestContext.Current.CancellationToken);
        Assert.Equal(ExplorationVerdict.Passed, result.Verdict);
    }

    /// <summary>
    /// Whoever adds second has acquired from the first one and sees its store. Two more actors add for the sake of the
    /// number of orders, and one looks, so that the adds stay unordered.
    /// </summary>
    private sealed class Scenario(int adds) : ModelScenario
    {
        public override string Name => "adds";

        public override string Description => "The actor that adds second sees what the first one stored.";

        public override unsafe ScenarioInstance Create<TMemory>()
        {
            SharedWords shared = new();
            int* x = shared.Word32("x");
            int* y = shared.Word32("y");
            int* count = shared.Word32("count");
            Actor Storing(string name, int* own, int* other) => new(name, ["seen"], registers =>
            {
                TMemory.WritePlain(ref *own, 1);
                TMemory.WriteBarrier();
                TMemory.AddRelaxed(ref *count, 1);
                TMemory.ReadBarrier();
                registers[0] = TMemory.ReadPlain(ref *other);
            });
            Actor Adding(string name) => new(name, [], _ =>
            {
                for (int add = 0; add < adds; add++)
                {
                    TMemory.AddRelaxed(ref *count, 1);
                }
            });
            Actor looking = new("looking", ["count"], registers => registers[0] = TMemory.ReadPlain(ref *count));
            return new ScenarioInstance(
                [Storing("first", x, y), Storing("second", y, x), Adding("third"), Adding("fourth"), looking],
                shared.Locations,
                [],
                outcome => outcome.Registers is [[0], [0], ..] ? "Neither sees the other's store." : null,
                shared);
        }
    }
}
