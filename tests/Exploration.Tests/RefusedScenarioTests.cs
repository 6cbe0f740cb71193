namespace Exploration.Tests;

public class RefusedScenarioTests
{
    [Fact]
    public void An_actor_that_depends_on_more_than_shared_words_is_named()
    {
        int runs = 0;
        AdHocScenario scenario = new(words =>
        [
            _ =>
            {
                words.ReadX();
                if (runs++ % 2 == 0)
                {
                    words.WriteY(1);
                }
            },
            _ => words.WriteX(1),
        ]);
        AssertRefused(scenario, "'P0'", "not deterministic");
    }

    [Fact]
    public void A_word_that_is_not_declared_is_refused() =>
        AssertRefused(new(words => [registers => registers[0] = words.ReadUndeclared()]), "'P0'", "does not declare");

    [Fact]
    public void A_loop_without_pause_is_given_up_at_the_largest_size()
    {
        ExplorationResult result = Explore(new(words =>
        [
            _ =>
            {
                while (words.ReadX() == 0)
                {
                }
            },
            _ => words.WriteX(1),
        ]));
        Assert.False(result.IsComplete);
        Assert.Equal(1, result.Truncated);
        Assert.Equal(511, result.Executions);
    }

    [Fact]
    public void A_wait_that_nobody_ends_is_a_liveness_defect()
    {
        ExplorationResult result = Explore(new(words => [_ => WaitForX(words), _ => words.WriteY(1)]));
        Assert.Equal(0, result.Executions);
        Assert.Equal(1, result.Blocked);
        Assert.Contains("P0", Assert.Single(result.Violations), StringComparison.Ordinal);
        Assert.NotNull(result.Counterexample);
    }

    [Fact]
    public void A_wait_that_somebody_ends_is_none()
    {
        ExplorationResult result = Explore(new(words => [_ => WaitForX(words), _ => words.WriteX(1)]));
        Assert.Equal(1, result.Executions);
        Assert.Equal(1, result.Blocked);
        Assert.Empty(result.Violations);
    }

    [Fact]
    public void An_exception_of_an_actor_is_a_violation()
    {
        AdHocScenario scenario = new(words =>
        [
            _ =>
            {
                if (words.ReadX() == 1)
                {
                    throw new InvalidOperationException("saw one");
                }
            },
            _ => words.WriteX(1),
        ]);
        ExplorationResult result = Explore(scenario);
        Assert.Equal(2, result.Executions);
        Assert.Equal("P0 threw InvalidOperationException: saw one", Assert.Single(result.Violations));
    }

    private static void WaitForX(AdHocWords words)
    {
        while (words.ReadX() == 0)
        {
            words.Pause();
        }
    }

    private static void AssertRefused(AdHocScenario scenario, params string[] words)
    {
        ExplorationException refused = Assert.Throws<ExplorationException>(() => Explore(scenario));
        Assert.All(words, word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
    }

    private static ExplorationResult Explore(AdHocScenario scenario) =>
        Explorer.Explore(scenario, new ExplorationOptions { Model = ModelName.Sc });
}
