using System.Text.Json.Serialization;
using Exploration;
using Exploration.Advice;
using Exploration.Counterexamples;
using Harness;
using Weaving.Refusals;
using Check = Stress.Reporting.Check;

namespace Stress.Explore;

/// <summary>What the search of a class found.</summary>
internal sealed record ClassResult
{
    /// <summary>Full name of the class.</summary>
    public required string Class { get; init; }

    /// <summary>The memory model.</summary>
    public required string Model { get; init; }

    /// <summary>What the search concludes.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Complete executions.</summary>
    public long Executions { get; init; }

    /// <summary>Executions with a wait that does not end.</summary>
    public long Blocked { get; init; }

    /// <summary>Executions that were given up because they are too long.</summary>
    public long Truncated { get; init; }

    /// <summary>Whether every execution was visited.</summary>
    public bool Complete { get; init; }

    /// <summary>Why not every execution was visited.</summary>
    public IReadOnlyList<ExploreBound> Bounds { get; init; } = [];

    /// <summary>Time of the search in seconds.</summary>
    public double SearchSeconds { get; init; }

    /// <summary>What is wrong, one sentence for each kind.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>With <c>--races</c>, those of the violations that are data races.</summary>
    public IReadOnlyList<string> Races { get; init; } = [];

    /// <summary>What is not modelled.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What no memory model says and somebody should look at, such as a wait by plain reads.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The outcomes seen.</summary>
    public IReadOnlyList<ExploreOutcome> Outcomes { get; init; } = [];

    /// <summary>A forbidden execution, or null.</summary>
    public Counterexample? Counterexample { get; init; }

    /// <summary>With <c>--sample</c>, what was drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SampleReport? Sample { get; init; }

    /// <summary>With <c>--advise</c>, whether each operation could be weaker.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AdviceRow>? Advice { get; init; }

    /// <summary>With <c>--advise</c>, the smallest sets of stronger accesses that repair what is violated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RepairRow>? Repairs { get; init; }

    /// <summary>The result as a check.</summary>
    public Check ToCheck() => new($"{Class} under {Model}", Verdict, Reason, SearchSeconds)
    {
        Findings = ExploreFindings.Of(Class, Violations, Counterexample),
    };

    private string Reason =>
        Violations.Count > 0 ? Violations[0]
        : Refusals.Count > 0 ? $"{Refusals[0]}"
        : Bounds.Count > 0 ? string.Join("; ", Bounds.Select(bound => bound.Reason))
        : Verdict == Verdict.Pass ? $"every execution was visited, {Executions} of them"
        : "the control was not found, or no execution came to its end";
}
