using System.Text.Json;
using System.Text.Json.Serialization;
using Exploration;
using Exploration.Advice;
using Exploration.Counterexamples;
using Harness;
using Stress.Reporting;

namespace Stress.Explore;

/// <summary>What a search under one memory model found.</summary>
internal sealed record ExploreResult
{
    /// <summary>What it concludes.</summary>
    [JsonPropertyOrder(-2)]
    public required Verdict Verdict { get; init; }

    /// <summary>The exit code of a process that ends with it.</summary>
    [JsonPropertyOrder(-1)]
    public int ExitCode => (int)Verdict;

    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The memory model.</summary>
    public required string Model { get; init; }

    /// <summary>Writers in force.</summary>
    public required int Writers { get; init; }

    /// <summary>Readers in force.</summary>
    public required int Readers { get; init; }

    /// <summary>Rmap values in force.</summary>
    public required int Values { get; init; }

    /// <summary>The seqcount's protocol in force.</summary>
    public required string Protocol { get; init; }

    /// <summary>How words are read.</summary>
    public required string Reading { get; init; }

    /// <summary>The broken variant, or null.</summary>
    public required string? Canary { get; init; }

    /// <summary>What counts as one execution.</summary>
    public required string Equivalence { get; init; }

    /// <summary>Whether the model, asked about a broken variant first, found it.</summary>
    public required ExploreControl Control { get; init; }

    /// <summary>Complete executions.</summary>
    public required long Executions { get; init; }

    /// <summary>Executions with a wait that does not end.</summary>
    public required long Blocked { get; init; }

    /// <summary>Executions that were given up because they are too long.</summary>
    public required long Truncated { get; init; }

    /// <summary>Whether every execution was visited.</summary>
    public required bool Complete { get; init; }

    /// <summary>Why not every execution was visited; empty if every one was.</summary>
    public IReadOnlyList<ExploreBound> Bounds { get; init; } = [];

    /// <summary>
    /// With <c>--grade</c>, whether every model's search was complete: else an outcome may have no grade.
    /// </summary>
    public bool? GradesComplete { get; init; }

    /// <summary>Time of the search in seconds.</summary>
    public required double SearchSeconds { get; init; }

    /// <summary>Executions, blocked ones included, per second of the search.</summary>
    public required double ExecutionsPerSecond { get; init; }

    /// <summary>What is wrong, one sentence for each kind.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The outcomes seen.</summary>
    public required IReadOnlyList<ExploreOutcome> Outcomes { get; init; }

    /// <summary>A forbidden execution, or null.</summary>
    public required Counterexample? Counterexample { get; init; }

    /// <summary>With <c>--sample</c>, what was drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SampleReport? Sample { get; init; }

    /// <summary>With <c>--advise</c>, whether each operation could be weaker.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AdviceRow>? Advice { get; init; }

    /// <summary>With <c>--advise</c>, the smallest sets of stronger accesses that repair what is violated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RepairRow>? Repairs { get; init; }

    /// <summary>With <c>--assembly</c>, whose figures the others sum up: one for each class and model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ClassResult>? Results { get; init; }

    /// <summary>The result with advice.</summary>
    public ExploreResult With(AdviceReport report) =>
        this with { Advice = AdviceRow.Of(report), Repairs = RepairRow.Of(report) };

    /// <summary>The result as checks: one, or one for each class.</summary>
    public IEnumerable<Check> Checks() => Results?.Select(result => result.ToCheck()) ??
    [
        new Check($"{Scenario} under {Model}", Verdict, Reason, Control.Seconds + SearchSeconds)
        {
            Findings = ExploreFindings.Of(Scenario, Violations, Counterexample),
        },
    ];

    private string Reason =>
        Violations.Count > 0 ? Violations[0]
        : Bounds.Count > 0 ? string.Join("; ", Bounds.Select(bound => bound.Reason))
        : !Control.Found ? $"the control {Control.Canary} was not found"
        : Executions == 0 ? "no execution came to its end"
        : GradesComplete == false ? "the search for the grades was ended early"
        : $"every execution was visited, {Executions} of them";
}

/// <summary>An outcome.</summary>
/// <param name="Outcome">Registers and final values on one line.</param>
/// <param name="Count">Executions that showed it.</param>
/// <param name="Violation">What is wrong with it, or null.</param>
/// <param name="ReachableUnder"> With <c>--grade</c>, the strongest model that allows it: <c>sc</c>, <c>tso</c>,
/// <c>dotnet</c> or <c>rc11</c>; null without a grade.
/// </param>
/// <param name="Arm64">
/// With <c>--grade</c>, whether an Arm64 processor may show it with the code of today's JIT compiler; null if that is
/// not known.
/// </param>
internal sealed record ExploreOutcome(
    string Outcome, long Count, string? Violation, string? ReachableUnder, bool? Arm64);

/// <summary>A reason why not every execution was visited.</summary>
/// <param name="Kind">What kept the search from it: the name of a <see cref="BoundKind"/> in camel case.</param>
/// <param name="Reason">The same for people.</param>
[method: JsonConstructor]
internal sealed record ExploreBound(string Kind, string Reason)
{
    /// <summary>One of a search.</summary>
    public ExploreBound(SearchBound bound)
        : this(JsonNamingPolicy.CamelCase.ConvertName($"{bound.Kind}"), bound.Reason)
    {
    }
}
