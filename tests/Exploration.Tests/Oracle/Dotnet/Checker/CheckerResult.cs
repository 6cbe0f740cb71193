using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Checker;

/// <summary>What the checker finds of a small program, in the words of the oracle.</summary>
internal sealed class CheckerResult
{
    private readonly SortedDictionary<string, Value>[] _outcomes;

    private CheckerResult(ExplorationResult result, IEnumerable<OutcomeCount> outcomes, SmallScenario scenario)
    {
        Result = result;
        _outcomes = [.. outcomes.Select(outcome => new SortedDictionary<string, Value>(
            outcome.Values.Select(scenario.Decode).OfType<KeyValuePair<string, Value>>().ToDictionary(),
            StringComparer.Ordinal))];
        Outcomes = _outcomes
            .Select(outcome => string.Join(' ', outcome.Select(value => $"{value.Key}={value.Value}")))
            .ToHashSet(StringComparer.Ordinal);
    }

    public ExplorationResult Result { get; }

    public IReadOnlySet<string> Outcomes { get; }

    /// <exception cref="ExplorationException">The checker refuses the program.</exception>
    public static CheckerResult Of(SmallProgram program, ModelName model)
    {
        SmallScenario scenario = new(program);
        ExplorationResult result = Explorer.Explore(
            scenario,
            new ExplorationOptions { Model = model, LimitViolations = long.MaxValue, FindsSites = false },
            TestContext.Current.CancellationToken);
        return new CheckerResult(result, result.Outcomes, scenario);
    }

    /// <summary>The outcomes that Arm64 code shows.</summary>
    public static CheckerResult OnArm64(SmallProgram program)
    {
        SmallScenario scenario = new(program);
        ExplorationResult result = Explorer.ExploreArm64(
            scenario,
            new ExplorationOptions { LimitViolations = long.MaxValue },
            TestContext.Current.CancellationToken);
        return new CheckerResult(result, result.Outcomes.Where(outcome => outcome.IsOnArm64), scenario);
    }

    public bool Meets(Condition condition) => _outcomes.Any(outcome => condition.IsMetBy(name =>
        outcome.TryGetValue(name, out Value value) ? value
        : name.Contains(':', StringComparison.Ordinal) && !name.EndsWith(":throw", StringComparison.Ordinal) ? null
        : default(Value)));

    /// <summary>What is different from what the oracle says; null for nothing.</summary>
    public string? Difference(OracleResult oracle)
    {
        string[] extra = [.. Outcomes.Except(oracle.Outcomes)];
        string[] missing = [.. oracle.Outcomes.Except(Outcomes)];
        return !Result.IsComplete ? $"not complete: {string.Join(", ", Result.Bounds.Select(bound => bound.Reason))}"
            : Result.Violations.Count > 0 && Result.Blocked == 0 ? $"a violation: {Result.Violations[0]}"
            : extra.Length > 0 ? $"an outcome that cannot be: {extra[0]}"
            : missing.Length > 0 ? $"no outcome {missing[0]}"
            : Result.Executions != oracle.Executions ? $"{Result.Executions} executions instead of {oracle.Executions}"
            : null;
    }
}
