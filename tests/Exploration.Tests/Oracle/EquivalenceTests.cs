using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Generation;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle;

/// <summary>Random programs: leaving adds unordered changes no outcome.</summary>
public class EquivalenceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Dotnet)]
    [InlineData(ModelName.Rc11)]
    public void Both_equivalences_show_the_same_outcomes(ModelName model)
    {
        int seed = Random.Shared.Next();
        int count = Tier.RandomPrograms / 8;
        output.WriteLine($"{count} programs of seed {seed} under {model}");
        foreach (SmallProgram program in ProgramGenerator.Programs(seed, Enum.GetValues<ProgramKind>()).Take(count))
        {
            Assert.Equal(Outcomes(program, model, Equivalence.Graph),
                Outcomes(program, model, Equivalence.Observation));
        }
    }

    private static string Outcomes(SmallProgram program, ModelName model, Equivalence equivalence) =>
        $"{program}: " + string.Join(" | ", Explorer.Explore(
            new SmallScenario(program),
            new ExplorationOptions
            {
                Model = model,
                Equivalence = equivalence,
                LimitViolations = long.MaxValue,
                FindsSites = false
            },
            TestContext.Current.CancellationToken).Outcomes.Select(outcome => outcome.Outcome));
}
