using System.Diagnostics.CodeAnalysis;

namespace Exploration.Assertions;

/// <summary>
/// Assertions on what a search has found, for tests in any framework: a failure is an exception whose message shows the
/// outcomes and the counterexample. Each needs a complete search, since a bounded one proves nothing.
/// </summary>
[SuppressMessage("Naming", "CA1708", Justification = "Extension methods.")]
public static class ExplorationAssertions
{
    /// <summary>Asserts that nothing forbidden can happen.</summary>
    /// <exception cref="ExplorationAssertionException">It can, or the search is not complete.</exception>
    public static ExplorationResult AssertPasses(this ExplorationResult result) =>
        Assert(result, result.Passes, "expected that nothing forbidden happens");

    /// <summary>Asserts exactly which outcomes there are, and how many executions.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="outcomes">Every outcome, such as <c>P0.r1=1 P1.r1=0</c>, in any order.</param>
    /// <param name="executions">Complete executions; blocked ones do not count.</param>
    /// <exception cref="ExplorationAssertionException">They differ, or the search is not complete.</exception>
    public static ExplorationResult AssertSame(this ExplorationResult result, IReadOnlyCollection<string> outcomes, long executions)
    {
        bool same = result.Outcomes.Select(outcome => outcome.Outcome).ToHashSet().SetEquals(outcomes) && result.Executions == executions;
        return Assert(result, same, $"expected {executions} executions with exactly the outcomes {string.Join(", ", outcomes)}");
    }

    /// <summary>Asserts that no execution shows some values together.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="values">Values with spaces between, such as <c>P0.r1=0 P1.r1=0</c>: a part of an outcome.</param>
    /// <exception cref="ExplorationAssertionException">One does, or the search is not complete.</exception>
    public static ExplorationResult AssertNever(this ExplorationResult result, string values) =>
        Assert(result, !result.Outcomes.Any(outcome => Shows(outcome, values)), $"expected that '{values}' never happens");

    /// <summary>Asserts that some execution shows some values together.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="values">Values with spaces between: a part of an outcome.</param>
    /// <exception cref="ExplorationAssertionException">None does, or the search is not complete.</exception>
    public static ExplorationResult AssertSometimes(this ExplorationResult result, string values) =>
        Assert(result, result.Outcomes.Any(outcome => Shows(outcome, values)), $"expected that '{values}' can happen");

    private static bool Shows(OutcomeCount outcome, string values)
    {
        string[] seen = outcome.Outcome.Split(' ');
        return Array.TrueForAll(values.Split(' '), value => seen.Contains(value));
    }

    private static ExplorationResult Assert(ExplorationResult result, bool holds, string expectation) =>
        holds && result.IsComplete ? result : throw new ExplorationAssertionException(Describe(result, expectation));

    private static string Describe(ExplorationResult result, string expectation)
    {
        IEnumerable<string> outcomes = result.Outcomes.Select(outcome =>
            $"  {outcome.Count} x {outcome.Outcome}{(outcome.Violation is null ? "" : $"  <- {outcome.Violation}")}");
        string state = result.IsComplete ? "" : " the search was not complete;";
        string table = result.Counterexample is null ? "" : $"\n{result.Counterexample.ToText()}";
        return $"{expectation};{state} found {result.Executions} executions, {result.Blocked} blocked:\n{string.Join('\n', outcomes)}{table}";
    }
}
