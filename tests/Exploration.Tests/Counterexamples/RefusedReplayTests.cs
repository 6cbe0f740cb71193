using Exploration.Counterexamples;

namespace Exploration.Tests.Counterexamples;

/// <summary>A replay runs the steps that it is given, or says which one it does not understand.</summary>
public class RefusedReplayTests
{
    private static readonly NamedScenario s_scenario = new(
        "producer", "consumer", outcome => outcome.Registers[1][0] == 1 ? "seen" : null);

    [Fact]
    public void The_steps_as_they_were_found_show_the_violation_again() =>
        Assert.Equal("seen", Explorer.Replay(s_scenario, ModelName.Sc, Steps()));

    [Theory]
    [InlineData("Thread", "nobody", "step 2 names no actor of the scenario")]
    [InlineData("Location", "another word", "step 2 names 'another word', which is no word of the scenario")]
    [InlineData("Location", "", "step 2 is not what the actor does next")]
    [InlineData("Operation", "read plain", "step 2 is not what the actor does next")]
    [InlineData("Operation", "", "step 2 is not what the actor does next")]
    [InlineData("ReadFrom", "", "step 2 refers to ''")]
    [InlineData("ReadFrom", "stop 1", "step 2 refers to 'stop 1'")]
    [InlineData("ReadFrom", "step 3", "step 2 refers to 'step 3'")]
    [InlineData("ReadFrom", "step -1", "step 2 refers to 'step -1'")]
    [InlineData("ReadFrom", "step 2", "step 2 reads from step 2, which has written nothing before it")]
    public void A_step_that_does_not_fit_is_named(string field, string text, string complaint)
    {
        CounterexampleStep read = Steps()[1];
        CounterexampleStep changed = field switch
        {
            "Thread" => read with { Thread = text },
            "Location" => read with { Location = text },
            "Operation" => read with { Operation = text },
            "ReadFrom" => read with { ReadFrom = text },
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field of a step."),
        };
        ExplorationException refused = Assert.Throws<ExplorationException>(
            () => Explorer.Replay(s_scenario, ModelName.Sc, [Steps()[0], changed]));
        Assert.Equal(complaint, refused.Message);
    }

    [Fact]
    public void A_missing_step_is_noticed()
    {
        ExplorationException refused = Assert.Throws<ExplorationException>(
            () => Explorer.Replay(s_scenario, ModelName.Sc, [Steps()[0]]));
        Assert.Equal("step 1 is the last, but consumer has not finished", refused.Message);
    }

    private static IReadOnlyList<CounterexampleStep> Steps() =>
        Explorer.Explore(s_scenario, new ExplorationOptions { Model = ModelName.Sc }).Counterexample!.Steps;
}
