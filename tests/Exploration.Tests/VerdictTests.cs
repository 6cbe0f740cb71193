using Exploration.Assertions;
using Scenarios.Catalogue;

namespace Exploration.Tests;

/// <summary>There is one verdict, and it is a pass only if nothing was left out.</summary>
public class VerdictTests
{
    private static readonly SearchBound Bound = new(BoundKind.TimeBudget, "the time budget was spent");

    [Theory]
    [InlineData(1, false, false, ExplorationVerdict.Passed)]
    [InlineData(1, true, false, ExplorationVerdict.Inconclusive)]
    [InlineData(0, false, false, ExplorationVerdict.Inconclusive)]
    [InlineData(0, true, false, ExplorationVerdict.Inconclusive)]
    [InlineData(1, false, true, ExplorationVerdict.Violated)]
    [InlineData(1, true, true, ExplorationVerdict.Violated)]
    [InlineData(0, false, true, ExplorationVerdict.Violated)]
    [InlineData(0, true, true, ExplorationVerdict.Violated)]
    public void A_pass_takes_an_execution_and_all_of_them(long executions, bool isBounded, bool isViolated,
        ExplorationVerdict verdict)
    {
        ExplorationResult result = new()
        {
            Executions = executions,
            Blocked = 2,
            Truncated = 0,
            Bounds = isBounded ? [Bound] : [],
            SearchSeconds = 1,
            OutcomeNames = [],
            Outcomes = [],
            Violations = isViolated ? ["It is wrong."] : [],
            Counterexample = null,
            ActorRuns = 1,
        };
        Assert.Equal(verdict, result.Verdict);
        if (verdict == ExplorationVerdict.Passed)
        {
            result.AssertPasses();
        }
        else
        {
            string message = Assert.Throws<ExplorationAssertionException>(() => result.AssertPasses()).Message;
            Assert.Equal(isBounded, message.Contains(Bound.Reason, StringComparison.Ordinal));
            Assert.Equal(isViolated, message.Contains("It is wrong.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_is_asserted_of_executions_when_none_came_to_its_end()
    {
        AdHocScenario scenario = new(words => [_ => WaitForX(words)]);
        ExplorationResult result = Explore(scenario, new ExplorationOptions());
        Assert.Equal(0, result.Executions);
        Assert.Throws<ExplorationAssertionException>(() => result.AssertNever("P0.r=1"));
        Assert.Throws<ExplorationAssertionException>(() => result.AssertPasses());
    }

    [Fact]
    public void A_search_that_was_ended_says_by_what()
    {
        ExplorationOptions sc = new() { Model = ModelName.Sc };
        AssertBounded(sc with { LimitExecutions = 10 }, BoundKind.ExecutionLimit,
            "the limit of 10 executions was reached");
        AssertBounded(sc with { TimeBudget = TimeSpan.Zero }, BoundKind.TimeBudget, "the time budget of 0 s was spent");
        AssertBounded(sc with { PreemptionBound = 2 }, BoundKind.Preemptions,
            "executions with more than 2 preemptions were left out");
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        AssertBounded(sc, BoundKind.Interruption, "it was interrupted", cancelled.Token);
    }

    [Fact]
    public void A_violation_found_before_the_limit_is_one()
    {
        AdHocScenario scenario =
            new(words => [_ => words.WriteX(1), registers => registers[0] = words.ReadX()], _ => "Nothing is allowed.");
        ExplorationResult result = Explore(scenario, new ExplorationOptions { LimitViolations = 1 });
        Assert.Equal(ExplorationVerdict.Violated, result.Verdict);
        Assert.Equal([new SearchBound(BoundKind.ViolationLimit, "1 forbidden executions were enough")], result.Bounds);
    }

    [Fact]
    public void A_preemption_bound_that_leaves_nothing_out_is_none()
    {
        ExplorationResult result =
            Explore(Seqcount(), new ExplorationOptions { Model = ModelName.Sc, PreemptionBound = 6 });
        Assert.Equal(618, result.Executions);
        Assert.Equal(ExplorationVerdict.Passed, result.Verdict);
    }

    [Fact]
    public void Options_that_mean_nothing_are_refused()
    {
        Assert.Contains("Dotnet", Refusal(new ExplorationOptions { PreemptionBound = 2 }), StringComparison.Ordinal);
        Assert.Contains("LimitExecutions", Refusal(new ExplorationOptions { LimitExecutions = 0 }),
            StringComparison.Ordinal);
        Assert.Contains("LimitViolations", Refusal(new ExplorationOptions { LimitViolations = 0 }),
            StringComparison.Ordinal);
        Assert.Contains("Workers", Refusal(new ExplorationOptions { Workers = 0 }), StringComparison.Ordinal);
        Assert.Contains("memory model", Refusal(new ExplorationOptions { Model = (ModelName)99 }),
            StringComparison.Ordinal);
        Assert.Contains("equivalence", Refusal(new ExplorationOptions { Equivalence = (Equivalence)99 }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_search_finds_equal_outcomes()
    {
        ExplorationOptions options = new() { Model = ModelName.Sc };
        Assert.Equal(Explore(Seqcount(), options).Outcomes, Explore(Seqcount(), options).Outcomes);
    }

    private static string Refusal(ExplorationOptions options) =>
        Assert.ThrowsAny<ArgumentException>(() => Explore(Seqcount(), options)).Message;

    private static void AssertBounded(ExplorationOptions options, BoundKind kind, string reason,
        CancellationToken? cancellation = null)
    {
        ExplorationResult result = Explore(Seqcount(), options, cancellation);
        Assert.Equal([new SearchBound(kind, reason)], result.Bounds);
        Assert.False(result.IsComplete);
        Assert.Empty(result.Violations);
        Assert.Equal(ExplorationVerdict.Inconclusive, result.Verdict);
        string message = Assert.Throws<ExplorationAssertionException>(() => result.AssertPasses()).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    private static ExplorationResult Explore(
        Atomics.Programs.ScenarioDeclaration scenario, ExplorationOptions options,
        CancellationToken? cancellation = null) =>
        Explorer.Explore(scenario, options, cancellation ?? TestContext.Current.CancellationToken);

    private static Atomics.Programs.ScenarioDeclaration Seqcount()
    {
        ScenarioEntry entry = ScenarioCatalogue.Find("seqcount");
        return entry.Create(entry.Defaults);
    }

    private static void WaitForX(AdHocWords words)
    {
        while (words.ReadX() == 0)
        {
            words.Pause();
        }
    }
}
