namespace Exploration.Tests.Waits;

/// <summary>What the explorer says of a scenario, the same under every model.</summary>
internal static class Found
{
    /// <summary>Nothing is wrong, and these are the outcomes.</summary>
    public static void Exactly(WaitScenario scenario, params string[] outcomes) => All(scenario, result =>
    {
        Assert.Empty(result.Violations);
        Assert.Equal(outcomes.Order(StringComparer.Ordinal), Outcomes(result));
        Assert.True(result.IsComplete);
    });

    /// <summary>These outcomes, and in other executions these actors, such as <c>P0, P1</c>, wait for ever.</summary>
    public static void Stuck(WaitScenario scenario, string[] outcomes, params string[] waiting) => All(
        scenario,
        result =>
        {
            Assert.Equal(waiting.Length, result.Violations.Count);
            Assert.All(waiting, actors => Assert.Contains(
                result.Violations, violation =>
                    violation.StartsWith($"Never ends: {actors} ", StringComparison.Ordinal)));
            Assert.NotNull(result.Counterexample);
            Assert.Equal(outcomes.Order(StringComparer.Ordinal), Outcomes(result));
            Assert.True(result.IsComplete);
        });

    /// <summary>The check of the scenario, or an exception, gives this sentence.</summary>
    public static void Violation(WaitScenario scenario, string sentence) => All(scenario, result =>
    {
        Assert.Contains(sentence, result.Violations);
        Assert.NotNull(result.Counterexample);
    });

    /// <summary>The search has no end and says so; nothing is wrong, and these outcomes are found.</summary>
    public static void AtLeast(WaitScenario scenario, params string[] outcomes) => All(scenario, result =>
    {
        Assert.Empty(result.Violations);
        Assert.Subset(Outcomes(result).ToHashSet(), outcomes.ToHashSet());
        Assert.False(result.IsComplete);
    });

    public static ExplorationResult Under(ModelName model, WaitScenario scenario, long limit = 100_000) =>
        Explorer.Explore(
        scenario, new ExplorationOptions { Model = model, LimitExecutions = limit, LimitViolations = 100_000 });

    private static void All(WaitScenario scenario, Action<ExplorationResult> assert) =>
        Assert.All(Enum.GetValues<ModelName>(), model => assert(Under(model, scenario)));

    private static IEnumerable<string> Outcomes(ExplorationResult result) =>
        result.Outcomes.Where(outcome => outcome.Violation is null).Select(outcome => outcome.Outcome);
}
