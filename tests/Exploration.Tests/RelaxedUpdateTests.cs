using Atomics;
using Atomics.Programs;

namespace Exploration.Tests;

/// <summary>
/// Load buffering with an atomic update in the place of the first read: x is updated, y is written; y is read, x is
/// released. A later plain write overtakes an update that acquires nothing.
/// </summary>
public class RelaxedUpdateTests
{
    [Theory]
    [InlineData(UpdateOrder.Relaxed, ModelName.Dotnet, 4)]
    [InlineData(UpdateOrder.Release, ModelName.Dotnet, 4)]
    [InlineData(UpdateOrder.Acquire, ModelName.Dotnet, 3)]
    [InlineData(UpdateOrder.Relaxed, ModelName.Rc11, 3)]
    [InlineData(UpdateOrder.Relaxed, ModelName.Tso, 3)]
    public void An_update_sees_a_write_that_it_causes_unless_it_acquires(UpdateOrder order, ModelName model,
        int executions)
    {
        foreach (UpdatedWord kind in Enum.GetValues<UpdatedWord>())
        {
            Scenario scenario = new(kind, order);
            ExplorationResult result = Explorer.Explore(
                scenario, new ExplorationOptions { Model = model, FindsSites = false },
                TestContext.Current.CancellationToken);
            Assert.True(result.IsComplete);
            Assert.Equal(executions, result.Executions);
            Assert.Equal(executions == 4, result.Violations.Count > 0);
            Assert.Equal(executions == 4 ? result.Violations[0] : null, result.Counterexample is { } found
                ? Explorer.Replay(scenario, model, found.Steps)
                : null);
        }
    }

    public enum UpdatedWord
    {
        Added,
        Exchanged,
        Compared,
    }

    private sealed class Scenario(UpdatedWord kind, UpdateOrder order) : ModelScenario
    {
        public override string Name => "update";

        public override string Description => "The update and the read do not both see what comes later.";

        public override unsafe ScenarioInstance Create<TMemory>()
        {
            SharedWords shared = new();
            int* x = shared.Word32("x");
            long* y = shared.Word64("y");
            Actor updater = new("updater", ["x"], registers =>
            {
                registers[0] = kind switch
                {
                    UpdatedWord.Added => TMemory.AddReturn(ref *x, 1, order) - 1,
                    UpdatedWord.Exchanged => TMemory.Exchange(ref *x, 1, order),
                    _ => TMemory.CompareExchange(ref *x, 1, 5, order),
                };
                TMemory.WritePlain(ref *y, 1);
            });
            Actor reader = new("reader", ["y"], registers =>
            {
                registers[0] = TMemory.ReadPlain(ref *y);
                TMemory.WriteRelease(ref *x, 5);
            });
            return new ScenarioInstance(
                [updater, reader],
                shared.Locations,
                [],
                outcome => outcome.Registers is [[5], [1]] ? "Both see what comes later." : null,
                shared);
        }
    }
}
