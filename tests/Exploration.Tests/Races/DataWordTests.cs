using System.Globalization;
using System.Text.RegularExpressions;
using Atomics.Programs;
using Exploration.Counterexamples;

namespace Exploration.Tests.Races;

/// <summary>
/// Plain stores that give away what was read plainly: under models that let no store pass an earlier read every outcome
/// is right, under .NET's none of this is. Happens-before shows it under all of them.
/// </summary>
public partial class DataWordTests
{
    public static TheoryData<string, ModelName, Equivalence> Cases => new(
        from name in Scenarios.Keys
        from model in Enum.GetValues<ModelName>()
        from equivalence in Enum.GetValues<Equivalence>()
        select (name, model, equivalence));

    private static Dictionary<string, (Func<bool, Scenario> Create, string Race)> Scenarios { get; } = new()
    {
        ["queue"] = (isReleased => new QueueScenario(isReleased), "slot: producer's write plain and consumer's"),
        ["bounded queue"] =
            (isReleased => new BoundedQueueScenario(isReleased), "slot: producer's write plain and consumer 1's"),
        ["epoch"] = (isReleased => new EpochScenario(isReleased), "node: reader's read plain and reclaimer's"),
        ["read-only section"] =
            (isReleased => new ReadOnlySectionScenario(isReleased), "left: reader's read plain and writer's"),
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_plain_store_that_gives_data_away_is_a_race(string name, ModelName model, Equivalence equivalence)
    {
        ExplorationResult result = Explore(Scenarios[name].Create(false), model, equivalence);
        string race = $"Data race on {Scenarios[name].Race} ";
        Assert.Contains(result.Violations, sentence => sentence.StartsWith(race, StringComparison.Ordinal));
        if (model != ModelName.Dotnet)
        {
            Assert.All(result.Violations,
                sentence => Assert.StartsWith("Data race on ", sentence, StringComparison.Ordinal));
            Assert.All(result.Outcomes, outcome => Assert.Null(outcome.Violation));
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_release_makes_it_right(string name, ModelName model, Equivalence equivalence)
    {
        ExplorationResult result = Explore(Scenarios[name].Create(true), model, equivalence);
        Assert.True(result.IsComplete);
        Assert.True(result.Executions > 0);
        Assert.Empty(result.Violations);
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_counterexample_names_the_steps_and_replays(string name, ModelName model, Equivalence equivalence)
    {
        Scenario scenario = Scenarios[name].Create(false);
        Counterexample found = Assert.IsType<Counterexample>(Explore(scenario, model, equivalence).Counterexample);
        Match steps = RacingSteps().Match(found.Reorderings[0]);
        Assert.True(steps.Success, found.ToText());
        Assert.All(["first", "second"], group =>
        {
            int step = int.Parse(steps.Groups[group].Value, CultureInfo.InvariantCulture);
            Assert.Equal(steps.Groups["word"].Value, found.Steps[step - 1].Location);
        });
        Assert.Equal(found.Violation, Explorer.Replay(scenario, model, found.Steps));
    }

    private static ExplorationResult Explore(Scenario scenario, ModelName model, Equivalence equivalence) =>
        Explorer.Explore(
            scenario,
            new ExplorationOptions { Model = model, Equivalence = equivalence },
            TestContext.Current.CancellationToken);

    [GeneratedRegex(@"^Data race on (?<word>[a-z]+): steps (?<first>\d+) and (?<second>\d+);")]
    private static partial Regex RacingSteps();
}
