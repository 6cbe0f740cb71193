using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests;

public class ObservationTests
{
    [Theory]
    [InlineData(ModelName.Sc, "seqcount", "barrier", 2, 1, 105)]
    [InlineData(ModelName.Sc, "seqcount", "barrier", 2, 4, 4_361)]
    [InlineData(ModelName.Sc, "seqcount", "barrier", 3, 2, 5_851)]
    [InlineData(ModelName.Sc, "map-unmap", "barrier", 1, 4, 357)]
    [InlineData(ModelName.Tso, "seqcount", "barrier", 3, 2, 5_851)]
    [InlineData(ModelName.Rc11, "map-unmap", "barrier", 1, 4, 619)]
    [InlineData(ModelName.Rc11, "map-unmap", "acquire", 1, 4, 357)]
    public void What_reads_have_seen_is_counted_once(ModelName model, string scenario, string reading, int writers,
        int values, long executions)
    {
        ExplorationResult result = Explore(scenario, model, reading, Equivalence.Observation, writers, values);
        Assert.Equal(executions, result.Executions);
        Assert.True(result.IsComplete);
        Assert.Empty(result.Violations);
    }

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void Both_equivalences_reach_the_same_outcomes_in_every_scenario(ModelName model)
    {
        foreach (ScenarioEntry entry in ScenarioCatalogue.All)
        {
            ExplorationOptions options = new() { Model = model };
            ExplorationResult graph = Explorer.Explore(
                entry.Create(entry.Defaults), options, TestContext.Current.CancellationToken);
            ExplorationResult observation = Explorer.Explore(
                entry.Create(entry.Defaults), options with { Equivalence = Equivalence.Observation },
                TestContext.Current.CancellationToken);
            Assert.Equal(
                (entry.Name, string.Join('\n', graph.Outcomes.Select(outcome => outcome.Outcome))),
                (entry.Name, string.Join('\n', observation.Outcomes.Select(outcome => outcome.Outcome))));
            Assert.True(observation.Executions <= graph.Executions);
            Assert.Equal(graph.Violations, observation.Violations);
        }
    }

    private static ExplorationResult Explore(
        string scenario, ModelName model, string reading, Equivalence equivalence, int writers, int values) =>
            Explorer.Explore(
            ScenarioCatalogue.Find(scenario)
                .Create(new ScenarioOptions(writers, 1, values,
                    new TrackerSelection(Reading: reading, IsStamped: false))),
            new ExplorationOptions { Model = model, Equivalence = equivalence });
}
