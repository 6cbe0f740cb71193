using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests;

/// <summary>The estimate of a search's size, from samples of its tree alone: no clock decides what it is.</summary>
public class ProgressTests
{
    private const double Factor = 10;

    public static TheoryData<string> Names => [.. ScenarioCatalogue.All.Select(entry => entry.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_scenario_of_the_catalogue_is_estimated_within_a_factor_of_ten(string name)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(name);
        foreach (ModelName model in Enum.GetValues<ModelName>())
        {
            foreach (Equivalence equivalence in Enum.GetValues<Equivalence>())
            {
                ExplorationOptions options = new() { Model = model, Equivalence = equivalence };
                ExplorationResult result =
                    Explorer.Explore(entry.Create(entry.Defaults), options, TestContext.Current.CancellationToken);
                AssertNear(result.Executions + result.Blocked, entry, entry.Defaults, options, mayBeUnknown: false);
            }
        }
    }

    [Theory]
    [InlineData("seqcount", 2, 1, 4, Equivalence.Graph, 95_638)]
    [InlineData("seqcount", 2, 1, 5, Equivalence.Graph, 565_614)]
    [InlineData("seqcount", 3, 1, 2, Equivalence.Graph, 2_262_798)]
    [InlineData("map-unmap", 2, 1, 1, Equivalence.Graph, 100_110)]
    public void A_larger_search_is_estimated_within_a_factor_of_ten(
        string name, int writers, int readers, int values, Equivalence equivalence, long executions)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(name);
        ScenarioOptions size = entry.Defaults with { Writers = writers, Readers = readers, Values = values };
        AssertNear(executions, entry, size, new ExplorationOptions { Equivalence = equivalence }, mayBeUnknown: true);
    }

    [Theory]
    [InlineData("seqcount", 11)]
    [InlineData("map-unmap", 39)]
    [InlineData("retry", 11)]
    public void A_search_of_which_every_level_fits_into_a_sample_is_known_exactly(string name, long executions)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(name);
        ScenarioOptions size = entry.Defaults with { Writers = 1 };
        Assert.Equal(executions, Explorer.EstimateExecutions(entry.Create(size), new ExplorationOptions()));
    }

    [Fact]
    public void A_progress_shows_no_estimate_that_was_overtaken()
    {
        List<ExplorationProgress> seen = [];
        ScenarioEntry entry = ScenarioCatalogue.Find("seqcount");
        ExplorationResult result = Explorer.Explore(
            entry.Create(entry.Defaults with { Writers = 3, Values = 2 }),
            new ExplorationOptions { OnProgress = seen.Add },
            TestContext.Current.CancellationToken);
        Assert.Equal(2_262_798, result.Executions);
        Assert.Equal(seen.OrderBy(progress => progress.Executions), seen);
        Assert.All(seen, progress => Assert.InRange(progress.Covered ?? 0, 0, 1));
    }

    private static void AssertNear(long executions, ScenarioEntry entry, ScenarioOptions size,
        ExplorationOptions options, bool mayBeUnknown)
    {
        for (int seed = 1; seed <= 2; seed++)
        {
            double? estimate = Explorer.EstimateExecutions(entry.Create(size), options, samples: 4, seed);
            Assert.True(
                estimate is null ? mayBeUnknown : (estimate > executions / Factor && estimate < executions * Factor),
                $"{entry.Name}, {options.Model}, {options.Equivalence}, seed {seed}: estimated {estimate}, there are "
                + $"{executions}");
        }
    }
}
