using CoyoteTests.Exploration;
using CoyoteTests.Replay;
using CoyoteTests.Reporting;
using Scenarios.Canaries;
using Scenarios.Selection;

namespace CoyoteTests.Canaries;

/// <summary>The detector first: what Coyote can see, it finds.</summary>
public class CanaryTests(CoyoteReport report)
{
    public static TheoryData<string, string> Found =>
    [
        .. from canary in CanaryCase.Visible
           from strategy in Strategy.All
           where !CanaryCase.IsMissed(canary, strategy)
           select (canary.Name, strategy.Name),
    ];

    public static TheoryData<string> Invisible => [.. CanaryCase.Invisible.Select(canary => canary.Name)];

    [Theory]
    [MemberData(nameof(Found))]
    public void The_strategy_finds_the_canary_from_ten_of_ten_seeds_and_each_violation_is_replayed(string canaryName,
        string strategyName)
    {
        Canary canary = CanaryCatalogue.Find(canaryName);
        Strategy strategy = Strategy.Find(strategyName);
        Assert.SkipWhen(strategy == Strategy.FairPrioritization && !Tier.IsLong,
            $"the schedules of {Strategy.Prioritization} once more: {Tier.Variable}=long");
        foreach (uint seed in Seeds.Ten)
        {
            ExplorationResult result =
                Explorer.Explore(CanaryCase.Create(canary), strategy, CanaryCase.MaxSchedules, seed);
            report.Add(result);
            Assert.True(result.Found, $"{canaryName} survived {result}");
            AssertNamesBothSides(canary, result.Violation!);
            Assert.Empty(result.Uncontrolled);
            ExplorationResult replayed =
                Explorer.Replay(CanaryCase.Create(canary), SavedTrace.Of(canaryName, result).Read());
            Assert.Equal(result.Violation, replayed.Violation);
            Assert.Equal(1, replayed.Schedules);
        }
    }

    /// <summary>
    /// They differ in schedules of more than 1 000 steps, which no scenario here has. So the quick tier looks for the
    /// canaries with one of them.
    /// </summary>
    [Fact]
    public void Prioritization_runs_the_same_schedules_whether_fair_or_not() =>
        Assert.All(
            CanaryCase.Visible,
            canary => Assert.Equal(
                Taken(canary, Strategy.Prioritization), Taken(canary, Strategy.FairPrioritization)));

    /// <summary>
    /// The blind spot, shown: execution under Coyote is sequentially consistent, and barriers are invisible to it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Invisible))]
    public void A_canary_that_only_weak_memory_shows_survives(string canaryName)
    {
        ExplorationResult result = Explorer.Explore(
            CanaryCase.Create(CanaryCatalogue.Find(canaryName)), Strategy.Portfolio, Tier.CorrectSchedules,
            Seeds.Number(1));
        report.Add(result);
        Assert.Null(result.Violation);
        Assurance.IsNotVacuous(result);
    }

    [Fact]
    public void Every_canary_of_a_scenario_is_either_found_or_known_to_be_invisible() =>
        Assert.Equal(
            CanaryCatalogue.All.Where(canary => canary.Scenario is not null).Select(canary => canary.Name).Order(),
            CanaryCase.Visible.Concat(CanaryCase.Invisible).Select(canary => canary.Name).Order());

    private (int Schedules, int Distinct, int Classes, string? Violation) Taken(Canary canary, Strategy strategy)
    {
        ExplorationResult result =
            Explorer.Explore(CanaryCase.Create(canary), strategy, CanaryCase.MaxSchedules, Seeds.Number(1));
        report.Add(result);
        Assert.True(result.Found, $"{canary.Name} survived {result}");
        return (result.Schedules, result.DistinctSchedules, result.Classes, result.Violation);
    }

    // Where mappings are read, both are whole snapshots; the other scenarios name an answer or an ID.
    private static void AssertNamesBothSides(Canary canary, string violation)
    {
        const string Snapshot = @"mapcount \d+, values \[-?\d+\]";
        Assert.Matches(
            canary.Scenario is "seqcount" or "batches"
                ? $"observed {Snapshot}.*; expected {Snapshot}"
                : ".+; expected .+",
            violation);
    }
}
