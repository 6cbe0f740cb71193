using Scenarios.Catalogue;

namespace Exploration.Tests;

public class OrderOfExplorationTests
{
    private static readonly (string Scenario, int Writers, Equivalence Equivalence)[] Cases =
    [
        ("seqcount", 2, Equivalence.Graph),
        ("hand-over", 2, Equivalence.Graph),
        ("decision", 2, Equivalence.Graph),
        ("ids", 2, Equivalence.Graph),
        ("seqcount", 3, Equivalence.Observation),
        ("reuse", 2, Equivalence.Observation),
    ];

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void A_shuffled_search_counts_the_same(ModelName model)
    {
        foreach ((string scenario, int writers, Equivalence equivalence) in Cases)
        {
            string natural = Counts(scenario, writers,
                new ExplorationOptions { Model = model, Equivalence = equivalence });
            for (int seed = 1; seed <= 5; seed++)
            {
                string shuffled = Counts(
                    scenario, writers, new ExplorationOptions
                    {
                        Model = model,
                        Equivalence = equivalence,
                        ShuffleSeed = seed
                    });
                Assert.Equal((seed, natural), (seed, shuffled));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Several_workers_count_the_same(int workers)
    {
        foreach ((string scenario, int writers, Equivalence equivalence) in Cases)
        {
            ExplorationOptions options = new() { Equivalence = equivalence };
            Assert.Equal(Counts(scenario, writers, options),
                Counts(scenario, writers, options with { Workers = workers }));
        }
    }

    [Fact]
    public void A_time_budget_and_a_cancelled_token_end_a_search_that_is_not_complete()
    {
        ExplorationOptions large = new() { Workers = 2, TimeBudget = TimeSpan.FromMilliseconds(50) };
        Assert.False(Explore("seqcount", 4, large, TestContext.Current.CancellationToken).IsComplete);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.False(Explore("seqcount", 4, new ExplorationOptions(), cancelled.Token).IsComplete);
    }

    private static string Counts(string scenario, int writers, ExplorationOptions options)
    {
        ExplorationResult result = Explore(scenario, writers, options, TestContext.Current.CancellationToken);
        Assert.True(result.IsComplete);
        IEnumerable<string> outcomes = result.Outcomes.Select(outcome => $"{outcome.Outcome}: {outcome.Count}");
        return $"{result.Executions} + {result.Blocked}\n{string.Join('\n', outcomes)}";
    }

    private static ExplorationResult Explore(string scenario, int writers, ExplorationOptions options,
        CancellationToken cancellation)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(scenario);
        return Explorer.Explore(entry.Create(entry.Defaults with { Writers = writers }), options, cancellation);
    }
}
