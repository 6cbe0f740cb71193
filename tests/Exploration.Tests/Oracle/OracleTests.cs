using CsCheck;
using Scenarios.Litmus;

namespace Exploration.Tests.Oracle;

/// <summary>Random programs: what the explorer finds is what a machine finds that simply tries every step.</summary>
public class OracleTests
{
    private const long Programs = 300;

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 2)]
    public void Sequential_consistency_is_what_interleavings_show(int threads, int operations) =>
        Agree(ModelName.Sc, threads, operations, hasBuffers: false);

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 2)]
    public void Total_store_order_is_what_store_buffers_show(int threads, int operations) =>
        Agree(ModelName.Tso, threads, operations, hasBuffers: true);

    [Theory]
    [InlineData(LitmusAccess.Plain)]
    [InlineData(LitmusAccess.Volatile)]
    public void Rc11_allows_all_that_total_store_order_does(LitmusAccess access) => RandomProgram.Of(3, 3).Sample(
        program =>
        {
            HashSet<string> weak = Outcomes(program, access, ModelName.Rc11, Equivalence.Graph);
            Assert.Subset(weak, Outcomes(program, access, ModelName.Tso, Equivalence.Graph));
        },
        iter: Programs);

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void Leaving_adds_unordered_changes_no_outcome(ModelName model) => RandomProgram.Of(3, 4).Sample(
        program => Assert.Equal(
            Outcomes(program, LitmusAccess.Plain, model, Equivalence.Graph).Order(),
            Outcomes(program, LitmusAccess.Plain, model, Equivalence.Observation).Order()),
        iter: Programs);

    private static void Agree(ModelName model, int threads, int operations, bool hasBuffers) =>
        RandomProgram.Of(threads, operations).Sample(
        program =>
        {
            StoreBufferMachine machine = new StoreBufferMachine(program, hasBuffers).Run();
            ExplorationResult result = Explore(program, LitmusAccess.Plain, model, Equivalence.Graph);
            Assert.Equal(machine.Executions.Count, result.Executions);
            Assert.Equal(machine.Outcomes.Order(StringComparer.Ordinal),
                result.Outcomes.Select(outcome => outcome.Outcome));
        },
        iter: Programs);

    private static HashSet<string> Outcomes(RandomProgram program, LitmusAccess access, ModelName model,
        Equivalence equivalence) =>
        [.. Explore(program, access, model, equivalence).Outcomes.Select(outcome => outcome.Outcome)];

    private static ExplorationResult Explore(RandomProgram program, LitmusAccess access, ModelName model,
        Equivalence equivalence) =>
        Explorer.Explore(program.ToScenario(access),
            new ExplorationOptions { Model = model, Equivalence = equivalence });
}
