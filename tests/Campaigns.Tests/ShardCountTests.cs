using Atomics.Programs;
using Campaigns.Merging;
using Exploration;
using Exploration.Search;
using Harness;

namespace Campaigns.Tests;

public class ShardCountTests
{
    public static TheoryData<string, ModelName, Equivalence> Searches =>
    [
        .. from scenario in new[] { "seqcount:2", "retry", "ids" }
           from model in new[] { ModelName.Sc, ModelName.Dotnet, ModelName.Rc11 }
           from equivalence in Enum.GetValues<Equivalence>()
           select (scenario, model, equivalence),
    ];

    /// <summary>
    /// Objects made by actors; a refuted publication; load buffering, whose graphs have cycles under <c>dotnet</c>.
    /// </summary>
    public static TheoryData<string, ModelName, Equivalence> Classes =>
    [
        .. from name in new[]
           {
               typeof(Stacked).FullName!, "Cases.TreiberBroken", "Cases.ChaseLevBroken",
               "Probes.LoadBufferingBroken",
           }
           from model in new[] { ModelName.Sc, ModelName.Tso, ModelName.Dotnet }
           from equivalence in Enum.GetValues<Equivalence>()
           where equivalence == Equivalence.Graph || name == typeof(Stacked).FullName
           select (name, model, equivalence),
    ];

    [Theory]
    [MemberData(nameof(Classes))]
    public void The_merged_report_of_a_class_does_not_depend_on_how_many_shards_there_are(
        string name, ModelName model, Equivalence equivalence)
    {
        ExplorationResult whole = Whole(name, model, equivalence);
        string? first = null;
        foreach (int shards in new[] { 1, 2, 7, 64 })
        {
            using TestCampaign campaign = new(
                model, shards, Math.Max(2, whole.Executions / 6), branchesPerCell: 2, name, $"{equivalence}");
            MergedCampaign merged = campaign.Complete(shards);
            AssertSame(whole, merged, merged.Explore!.Last(search => !search.Assumptions.SwapAcquires));
            Assert.Equal(first ??= TestCampaign.Report(merged), TestCampaign.Report(merged));
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void The_merged_report_does_not_depend_on_how_many_shards_there_are(
        string scenario, ModelName model, Equivalence equivalence)
    {
        ExplorationResult whole = Whole(scenario, model, equivalence);
        string? first = null;
        foreach (int shards in new[] { 1, 2, 7, 64 })
        {
            using TestCampaign campaign = new(
                model, Math.Min(shards, 4), Math.Max(20, whole.Executions / 6), scenario, $"{equivalence}");
            MergedCampaign merged = campaign.Complete(shards);
            AssertSame(whole, merged, merged.Explore![0]);
            Assert.Equal(Verdict.Pass, merged.Verdict);
            Assert.Equal(first ??= TestCampaign.Report(merged), TestCampaign.Report(merged));
        }
    }

    [Fact]
    public void The_counterexample_is_the_one_that_a_search_in_one_process_shows()
    {
        ExplorationResult whole = Explorer.Explore(
            new Catalogue().Find(["explore", "seqcount", "Graph", "reader-no-recheck"], ModelName.Sc).Scenario,
            new ExplorationOptions { Model = ModelName.Sc, LimitViolations = long.MaxValue },
            TestContext.Current.CancellationToken);
        foreach (int shards in new[] { 1, 3 })
        {
            using TestCampaign campaign = new(ModelName.Sc, 4, slice: 20, "seqcount", "Graph", "reader-no-recheck");
            MergedCampaign merged = campaign.Complete(shards);
            Assert.Equal(Verdict.Violation, merged.Verdict);
            Assert.Equal(whole.Violations, merged.Explore![0].Violations);
            Assert.Equal(whole.Counterexample!.ToText(), merged.Explore[0].Counterexample!.ToText());
        }
    }

    private static void AssertSame(ExplorationResult whole, MergedCampaign merged, MergedSearch sum)
    {
        Assert.True(merged.IsComplete, string.Join("; ", merged.Explore!.SelectMany(search => search.Reasons)));
        Assert.Equal("1/1", sum.Shares);
        Assert.Equal((whole.Executions, whole.Blocked), (sum.Executions, sum.Blocked));
        Assert.Equal(
            whole.Outcomes.Select(each => (each.Outcome, each.Count, each.Violation)),
            sum.Outcomes.Select(each => (each.Outcome, each.Count, each.Violation)));
        Assert.Equal(whole.Violations, sum.Violations);
        Assert.Equal(whole.Counterexample?.ToText(), sum.Counterexample?.ToText());
    }

    private static ExplorationResult Whole(string scenario, ModelName model, Equivalence equivalence)
    {
        (ScenarioDeclaration declared, ExplorationOptions options) =
            new Catalogue().Find(["explore", scenario, $"{equivalence}"], model);
        return Explorer.Explore(declared, options, TestContext.Current.CancellationToken);
    }
}
