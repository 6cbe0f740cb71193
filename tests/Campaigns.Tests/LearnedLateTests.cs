using System.Text.Json;
using Campaigns.Merging;
using Campaigns.Plans;
using Exploration;
using Exploration.Search;

namespace Campaigns.Tests;

/// <summary>
/// What a search takes for granted may turn out wrong when its cells are done, and in some of them only.
/// </summary>
public class LearnedLateTests
{
    /// <summary>The first word of <see cref="AddedLate"/>.</summary>
    private const long Sum = 0;

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void A_word_that_stops_commuting_in_one_cell_voids_the_search_which_begins_anew(ModelName model)
    {
        ExplorationResult whole = Explorer.Explore(
            new AddedLate(),
            new ExplorationOptions { Model = model, Equivalence = Equivalence.Observation },
            TestContext.Current.CancellationToken);
        using TestCampaign campaign = new(
            model, cells: 4, slice: 1_000, branchesPerCell: 1, firstLook: 1, AddedLate.ScenarioName, "Observation");
        PlannedSearch first = Assert.Single(campaign.Plan.Searches);
        Assert.DoesNotContain(Sum, first.Assumptions.Ordered);

        Assert.True(campaign.Work(1, 1).IsWhole);
        bool[] learned = [.. campaign.Files.Select(HasLearned)];
        Assert.Contains(true, learned);
        Assert.Contains(false, learned);
        Assert.Contains("an assumption turned out wrong: plan it again (--next)", campaign.Sum().Explore![0].Reasons);
        Assert.True(campaign.PlanNext());
        Assert.Equal([true, false], campaign.Plan.Searches.Select(search => search.IsVoid));
        Assert.Contains(Sum, campaign.Plan.Searches[1].Assumptions.Ordered);

        MergedCampaign merged = campaign.Complete(2);
        MergedSearch sum = Assert.Single(merged.Explore!);
        Assert.True(merged.IsComplete);
        Assert.Equal("1/1", sum.Shares);
        Assert.Equal((whole.Executions, whole.Blocked), (sum.Executions, sum.Blocked));
    }

    private static bool HasLearned(string record)
    {
        using JsonDocument read = JsonDocument.Parse(File.ReadAllText(record));
        return read.RootElement.GetProperty("result").GetProperty("part").GetProperty("learned").ValueKind
            == JsonValueKind.Object;
    }
}
