using Atomics.Programs;

namespace Exploration.Tests.Waits;

/// <summary>Waits whose failed turns write: what they wrote is seen by the others and at the end.</summary>
public class WritingTurnTests
{
    [Fact]
    public void Attempts_that_are_counted_in_a_word_are_seen() => Found.AtLeast(
        new("flag tries", words =>
        [
            _ =>
            {
                while (words.Read("flag") == 0)
                {
                    words.Add("tries", 1);
                    words.Pause();
                }
            },
            _ => words.Write("flag", 1),
        ]),
        [.. Enumerable.Range(0, 11).Select(tries => $"P0.r=0 P1.r=0 flag=1 tries={tries}")]);

    [Fact]
    public void Attempts_that_are_counted_are_seen_by_others() => Found.AtLeast(
        new("flag tries", words =>
        [
            _ =>
            {
                while (words.Read("flag") == 0)
                {
                    words.Write("tries", words.Read("tries") + 1);
                    words.Pause();
                }
            },
            registers =>
            {
                registers[0] = words.Read("tries");
                words.Write("flag", 1);
            },
        ]),
        "P0.r=0 P1.r=0 flag=1 tries=0",
        "P0.r=0 P1.r=0 flag=1 tries=2",
        "P0.r=0 P1.r=2 flag=1 tries=2",
        "P0.r=0 P1.r=2 flag=1 tries=3");

    [Fact]
    public void A_turn_that_asks_for_an_answer_gets_it()
    {
        WaitScenario scenario = new("asked answer", words =>
        [
            _ =>
            {
                while (words.Read("answer") == 0)
                {
                    words.Write("asked", 1);
                    words.Pause();
                }
            },
            _ =>
            {
                while (words.Read("asked") == 0)
                {
                    words.Pause();
                }

                words.Write("answer", 1);
            },
        ]);
        Assert.All(Enum.GetValues<ModelName>(), model =>
        {
            ExplorationResult result = Found.Under(model, scenario);
            Assert.Empty(result.Violations);
            Assert.Equal("P0.r=0 P1.r=0 asked=1 answer=1", Assert.Single(result.Outcomes).Outcome);
        });
    }

    [Fact]
    public void A_turn_that_asks_for_an_answer_that_nobody_gives_waits_for_ever()
    {
        WaitScenario scenario = new("asked answer", words =>
        [
            _ =>
            {
                while (words.Read("answer") == 0)
                {
                    words.Or("asked", 1);
                    words.Pause();
                }
            },
        ]);
        Assert.All(Enum.GetValues<ModelName>(), model => Assert.False(IsPass(Found.Under(model, scenario))));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Who_goes_in_and_backs_out_again_gets_in_at_last(int actors)
    {
        WaitScenario scenario = new("inside", words => [.. Enumerable.Repeat<ActorBody>(
            _ =>
            {
                while (words.AddReturn("inside", 1) != 1)
                {
                    words.Add("inside", -1);
                    words.Pause();
                }

                words.Add("inside", -1);
            },
            actors)]);
        Assert.All(Enum.GetValues<ModelName>(), model =>
        {
            // As many executions as the failed turns of all can be mixed: too many to visit.
            ExplorationResult result = Found.Under(model, scenario, limit: 2_000);
            Assert.Empty(result.Violations);
            Assert.EndsWith("inside=0", Assert.Single(result.Outcomes).Outcome, StringComparison.Ordinal);
            Assert.False(result.IsComplete);
        });
    }

    private static bool IsPass(ExplorationResult result) => result.IsComplete && result.Violations.Count == 0;
}
