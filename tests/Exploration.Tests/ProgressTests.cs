using Scenarios.Catalogue;

namespace Exploration.Tests;

public class ProgressTests
{
    [Fact]
    public void The_parts_of_a_search_add_up_and_estimate_the_whole()
    {
        List<ExplorationProgress> seen = [];
        ScenarioEntry entry = ScenarioCatalogue.Find("seqcount");
        ExplorationResult result = Explorer.Explore(
            entry.Create(entry.Defaults with { Writers = 3, Values = 2 }),
            new ExplorationOptions { OnProgress = seen.Add },
            TestContext.Current.CancellationToken);
        Assert.Equal(2_262_798, result.Executions);
        Assert.All(seen, progress => Assert.InRange(progress.Covered, 0, 1));
        Assert.Equal(seen.OrderBy(progress => progress.Covered), seen);
    }
}
