using System.Diagnostics.CodeAnalysis;
using Atomics.Programs;

namespace Exploration.Assertions;

/// <summary>
/// Assertions on what a search has found, for tests in any framework: a failure is an exception whose message shows the
/// outcomes and the counterexample. Each needs a complete search, since a bounded one proves nothing.
/// </summary>
[SuppressMessage("Naming", "CA1708", Justification = "Extension methods.")]
public static class ExplorationAssertions
{
    /// <summary>Asserts <see cref="ExplorationVerdict.Passed"/>.</summary>
    /// <exception cref="ExplorationAssertionException">Something forbidden can happen, or the search is
    /// inconclusive.</exception>
    public static ExplorationResult AssertPasses(this ExplorationResult result) =>
        Assert(result, result.Verdict == ExplorationVerdict.Passed, "expected that nothing forbidden happens");

    /// <summary>Asserts exactly which outcomes there are, and how many executions.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="outcomes"> Every outcome with all of its values, such as <c>P0.r1=1 P1.r1=0</c>, in any order; one
    /// in which an actor threw as it was found.
    /// </param>
    /// <param name="executions">Complete executions; blocked ones do not count.</param>
    /// <exception cref="ExplorationAssertionException">They differ, or the search is not complete.</exception>
    /// <exception cref="ArgumentException">An outcome is malformed, lacks a value or has one that the scenario does
    /// not.</exception>
    public static ExplorationResult AssertSame(this ExplorationResult result, IReadOnlyCollection<string> outcomes,
        long executions)
    {
        HashSet<string> expected = [.. outcomes.Select(outcome => Whole(result, outcome))];
        bool same = expected.SetEquals(result.Outcomes.Select(outcome => outcome.Outcome))
            && result.Executions == executions;
        return Assert(result, same,
            $"expected {executions} executions with exactly the outcomes {string.Join(", ", outcomes)}");
    }

    /// <summary>Asserts that no execution shows some values together.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="values">Values with blanks between, such as <c>P0.r1=0 P1.r1=0</c>: a part of an outcome.</param>
    /// <exception cref="ExplorationAssertionException">One does, none came to its end, or the search is not
    /// complete.</exception>
    /// <exception cref="ArgumentException">The values are malformed, or named as none of an outcome is.</exception>
    public static ExplorationResult AssertNever(this ExplorationResult result, string values) =>
        Assert(result, result.Executions > 0 && !CanShow(result, values), $"expected that '{values}' never happens");

    /// <summary>Asserts that some execution shows some values together.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="values">Values with blanks between: a part of an outcome.</param>
    /// <exception cref="ExplorationAssertionException">None does, or the search is not complete.</exception>
    /// <exception cref="ArgumentException">The values are malformed, or named as none of an outcome is.</exception>
    public static ExplorationResult AssertSometimes(this ExplorationResult result, string values) =>
        Assert(result, CanShow(result, values), $"expected that '{values}' can happen");

    private static bool CanShow(ExplorationResult result, string values)
    {
        OutcomePattern pattern = new(values, result.OutcomeNames);
        return result.Outcomes.Any(outcome => pattern.IsShownBy(outcome.Values));
    }

    /// <summary>An expected outcome as a search spells it.</summary>
    private static string Whole(ExplorationResult result, string outcome)
    {
        if (result.Outcomes.Any(found => found.Outcome == outcome))
        {
            return outcome;
        }

        OutcomePattern pattern = new(outcome, result.OutcomeNames);
        string[] missing = [.. result.OutcomeNames.Except(pattern.Values.Select(value => value.Name))
            .Select(name => $"'{name}'")];
        return missing.Length == 0
            ? string.Join(' ', result.OutcomeNames.Select(name => pattern.Values.First(value => value.Name == name)))
            : throw new ArgumentException($"'{outcome}' is no whole outcome: it lacks {string.Join(", ", missing)}.");
    }

    private static ExplorationResult Assert(ExplorationResult result, bool holds, string expectation) =>
        holds && result.IsComplete ? result : throw new ExplorationAssertionException(Describe(result, expectation));

    private static string Describe(ExplorationResult result, string expectation)
    {
        IEnumerable<string> outcomes = result.Outcomes.Select(outcome =>
            $"  {outcome.Count} x {outcome.Outcome}{(outcome.Violation is null ? "" : $"  <- {outcome.Violation}")}");
        string state = result.IsComplete
            ? ""
            : $" the search was not complete: {string.Join("; ", result.Bounds.Select(bound => bound.Reason))};";
        string violations = string.Concat(result.Violations.Select(violation => $"\n!!! {violation}"));
        string table = result.Counterexample is null ? "" : $"\n{result.Counterexample.ToText()}";
        return $"{expectation};{state} found {result.Executions} executions, {result.Blocked} "
            + $"blocked:\n{string.Join('\n', outcomes)}{violations}{table}";
    }
}
