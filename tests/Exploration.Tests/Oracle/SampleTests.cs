using CsCheck;
using Exploration.Tests.Oracle.Axioms;
using Scenarios.Litmus;

namespace Exploration.Tests.Oracle;

/// <summary>Executions drawn at random: nothing that the model forbids, and all that it allows.</summary>
public class SampleTests
{
    private const long Programs = 60;

    private static readonly StraightWord[] Words =
        [new("x", Is32Bit: true), new("y", Is32Bit: false), new("z", Is32Bit: true)];

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Dotnet)]
    [InlineData(ModelName.Rc11)]
    public void What_is_drawn_from_any_program_can_happen(ModelName model) => StraightProgram.Over(Words).Sample(
        program =>
        {
            StraightScenario scenario = new(program);
            ExplorationResult all = Explorer.Explore(scenario, new ExplorationOptions { Model = model });
            ExplorationResult drawn = Draw(scenario, model, new SampleOptions { Count = 200 });
            Assert.Subset(Outcomes(all), Outcomes(drawn));
            Assert.InRange(drawn.Sample!.Distinct, 1, all.Executions);
            Assert.Equal(200, drawn.Sample.Drawn + drawn.Sample.Discarded);
            Assert.Equal(ExplorationVerdict.Inconclusive, drawn.Verdict);
        },
        iter: Programs);

    [Theory]
    [InlineData(ModelName.Sc, LitmusAccess.Plain)]
    [InlineData(ModelName.Tso, LitmusAccess.Plain)]
    [InlineData(ModelName.Dotnet, LitmusAccess.Volatile)]
    [InlineData(ModelName.Rc11, LitmusAccess.Plain)]
    public void Every_execution_of_a_small_program_is_drawn(ModelName model, LitmusAccess access) =>
        RandomProgram.Of(2, 3).Sample(
        program =>
        {
            LitmusScenario scenario = program.ToScenario(access);
            ExplorationResult all = Explorer.Explore(scenario, new ExplorationOptions { Model = model });
            ExplorationResult drawn = Draw(scenario, model, Everything with { Count = 200 * all.Executions });
            Assert.Equal(all.Executions, drawn.Sample!.Distinct);
            Assert.Equal(Outcomes(all), Outcomes(drawn));
        },
        iter: Programs);

    private static SampleOptions Everything { get; } = new()
    {
        Count = 1,
        Depth = SampleOptions.MaxDepth,
        History = ExplorationResult.MaxEvents,
    };

    private static ExplorationResult Draw(
        Atomics.Programs.ScenarioDeclaration scenario, ModelName model, SampleOptions sample) =>
        Explorer.Explore(scenario, new ExplorationOptions { Model = model, Sample = sample });

    private static HashSet<string> Outcomes(ExplorationResult result) =>
        [.. result.Outcomes.Select(outcome => outcome.Outcome)];
}
