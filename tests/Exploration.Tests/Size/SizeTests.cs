using Atomics.Programs;
using Exploration.Counterexamples;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests.Size;

/// <summary>How large a program may be, and what becomes of one that is larger.</summary>
public class SizeTests
{
    [Theory]
    [InlineData(ModelName.Sc, 3)]
    [InlineData(ModelName.Tso, 4)]
    [InlineData(ModelName.Rc11, 4)]
    public void An_execution_of_400_events_is_visited(ModelName model, long executions)
    {
        ExplorationResult result = Explore(StoreBuffering(actors: 2, events: 200), model);
        Assert.True(result.IsComplete);
        Assert.Equal(executions, result.Executions);
        Assert.Equal(0, result.Truncated);
    }

    [Fact]
    public void An_execution_of_600_events_is_given_up_and_the_others_are_visited()
    {
        WordsScenario scenario = new(
            words: 2,
            words =>
            [
                _ => words.Write(0, 1),
                registers =>
                {
                    registers[0] = words.Read(0);
                    words.Repeat(1, registers[0] == 1 ? 600 : 1);
                },
            ],
            outcome => outcome.Registers[1][0] == 0 ? "P1 came first." : null);
        ExplorationResult result = Explore(scenario, ModelName.Sc);
        Assert.False(result.IsComplete);
        Assert.Equal(1, result.Truncated);
        Assert.Equal(1, result.Executions);
        Assert.Equal("P0.r=0 P1.r=0", Assert.Single(result.Outcomes).Outcome);
        Assert.Equal("P1 came first.", Assert.Single(result.Violations));
        Assert.NotNull(result.Counterexample);
    }

    [Fact]
    public void An_execution_may_have_512_events_and_no_more()
    {
        Assert.True(Explore(new WordsScenario(1, words => [_ => words.Repeat(0, 512)]), ModelName.Sc).IsComplete);
        Assert.Equal(1, Explore(new WordsScenario(1, words => [_ => words.Repeat(0, 513)]), ModelName.Sc).Truncated);
    }

    /// <summary>
    /// Whether an execution outgrows the narrow sets at its beginning or anywhere else, nothing is lost and nothing is
    /// double.
    /// </summary>
    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(17)]
    [InlineData(30)]
    [InlineData(36)]
    [InlineData(150)]
    public void A_longer_program_has_the_same_executions(int padding)
    {
        Scenario seqcount = (Scenario)ScenarioCatalogue.Find("seqcount")
            .Create(new ScenarioOptions(2, 1, 1, new TrackerSelection(IsStamped: false)));
        foreach (ExplorationOptions options in (IEnumerable<ExplorationOptions>)
        [
            new() { Model = ModelName.Sc },
            new() { Model = ModelName.Tso, Workers = 3, ShuffleSeed = padding },
            new() { Model = ModelName.Rc11 },
            new() { Model = ModelName.Rc11, Equivalence = Equivalence.Observation, Workers = 2 },
        ])
        {
            ExplorationResult shorter = Explorer.Explore(seqcount, options, TestContext.Current.CancellationToken);
            ExplorationResult longer =
                Explorer.Explore(new PaddedScenario(seqcount, padding), options, TestContext.Current.CancellationToken);
            Assert.True(longer.IsComplete);
            Assert.Equal(shorter.Executions, longer.Executions);
            Assert.Equal(Counts(shorter), Counts(longer));
        }
    }

    [Fact]
    public void A_long_counterexample_is_shown_and_replayed()
    {
        WordsScenario scenario = StoreBuffering(
            actors: 4, events: 100, outcome => outcome.Registers.All(each => each[0] == 0)
                ? "Everybody came first."
                : null);
        ExplorationResult result = Explore(scenario, ModelName.Tso);
        Assert.True(result.IsComplete);
        Counterexample found = Assert.IsType<Counterexample>(result.Counterexample);
        Assert.Equal(400, found.Steps.Count);
        Assert.Equal("Everybody came first.", Explorer.Replay(scenario, ModelName.Tso, found.Steps));
    }

    [Fact]
    public void A_scenario_may_have_16_actors()
    {
        ExplorationResult result = Explore(OneReader(writers: 15), ModelName.Sc);
        Assert.True(result.IsComplete);
        Assert.Equal(1 << 15, result.Executions);
        Assert.Equal(16, result.Outcomes.Count);
    }

    [Fact]
    public void A_scenario_may_have_128_words()
    {
        WordsScenario scenario = new(
            words: 128,
            words =>
            [
                _ =>
                {
                    for (int word = 0; word < 128; word++)
                    {
                        words.Write(word, 1);
                    }
                },
                registers => registers[0] = (10 * words.Read(127)) + words.Read(0),
            ]);
        foreach (ModelName model in Enum.GetValues<ModelName>())
        {
            ExplorationResult result = Explore(scenario, model);
            Assert.True(result.IsComplete);
            Assert.Equal(["P0.r=0 P1.r=0", "P0.r=0 P1.r=1", "P0.r=0 P1.r=11"],
                result.Outcomes.Select(outcome => outcome.Outcome));
        }
    }

    [Fact]
    public void More_actors_are_refused_by_number()
    {
        ExplorationException refused =
            Assert.Throws<ExplorationException>(() => Explore(OneReader(writers: 16), ModelName.Sc));
        Assert.Equal("The scenario has 17 actors; at most 16 can be explored.", refused.Message);
    }

    [Fact]
    public void More_words_are_refused_by_number()
    {
        Scenario scenario = new PaddedScenario(new WordsScenario(128, _ => [_ => { }]), events: 1);
        ExplorationException refused = Assert.Throws<ExplorationException>(() => Explore(scenario, ModelName.Sc));
        Assert.Equal("The scenario has 129 words; at most 128 can be explored.", refused.Message);
        InvalidOperationException full = Assert.Throws<InvalidOperationException>(
            () => Explore(new WordsScenario(129, _ => [_ => { }]), ModelName.Sc));
        Assert.Equal("A scenario has at most 128 words of its own.", full.Message);
    }

    /// <summary>Each actor writes its word again and again, and reads its neighbour's last.</summary>
    private static WordsScenario StoreBuffering(int actors, int events, Func<Outcome, string?>? check = null) => new(
        2 * actors,
        words => [.. Enumerable.Range(0, actors).Select(actor => (ActorBody)(registers =>
        {
            words.Repeat(actor, events - 2);
            words.Write(actors + actor, 1);
            registers[0] = words.Read(actors + ((actor + 1) % actors));
        }))],
        check);

    /// <summary>Each writer writes a word; the reader counts those that are written.</summary>
    private static WordsScenario OneReader(int writers) => new(
        writers,
        words =>
        [
            .. Enumerable.Range(0, writers).Select(writer => (ActorBody)(_ => words.Write(writer, 1))),
            registers =>
            {
                for (int writer = 0; writer < writers; writer++)
                {
                    registers[0] += words.Read(writer);
                }
            },
        ]);

    private static ExplorationResult Explore(Scenario scenario, ModelName model) =>
        Explorer.Explore(scenario, new ExplorationOptions { Model = model }, TestContext.Current.CancellationToken);

    private static IEnumerable<(string Outcome, long Count)> Counts(ExplorationResult result) =>
        result.Outcomes.Select(outcome => (outcome.Outcome, outcome.Count));
}
