using System.Text.Json.Serialization;
using Harness;
using Proof;
using Proof.Design;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.Prove;

/// <summary>The JSON of <c>prove</c>.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record ProveReport(ReportHead Head) : VerbReport(Head)
{
    /// <summary>What must be refuted before a proof counts.</summary>
    public required ProveControl Control { get; init; }

    /// <summary>Every class asked for.</summary>
    public required IReadOnlyList<ClassRow> Classes { get; init; }

    /// <summary>What the series says about sizes, checked; empty when a scheme is named.</summary>
    public IReadOnlyList<PatchClaim> Claims { get; init; } = [];

    /// <summary>What each layout carries at each order; empty when a scheme is named.</summary>
    public IReadOnlyList<DesignRow> Design { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Check> Checks() =>
        [new Check("sub-IDs", Verdict, Reason, Seconds) { Findings = [.. Refuted] }];

    private IEnumerable<Finding> Refuted => Verdict != Verdict.Violation ? [] : Classes
        .Where(row => row.Verdict == ProofVerdict.Refuted)
        .Select(row => new Finding(
            $"prove/{row.Scheme}",
            $"{row.Scheme}, order {row.Orders[0]}: mappings of several MMs seem exclusive to "
            + $"{row.Counterexample?.Id}"));

    private string Reason => Verdict switch
    {
        Verdict.Pass => "every class relied on is proved",
        Verdict.Violation => "a class is refuted",
        Verdict.Inconclusive => "the control was missed, or a search did not end",
        _ => throw new InvalidOperationException($"prove never ends with {Verdict}"),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProveReport))]
internal sealed partial class ProveReportJson : JsonSerializerContext;
