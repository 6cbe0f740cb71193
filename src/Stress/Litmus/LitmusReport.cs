using System.Text.Json.Serialization;
using Exploration;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.Litmus;

/// <summary>The JSON of <c>litmus</c>.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record LitmusReport(ReportHead Head) : VerbReport(Head)
{
    /// <summary>Why the verdict is what it is, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Store buffering, whose reordering had to show first.</summary>
    public required LitmusSweep Control { get; init; }

    /// <summary>The tests, in the order in which they ran.</summary>
    public required IReadOnlyList<LitmusResult> Results { get; init; }

    /// <summary>The command that runs this again.</summary>
    public required string Replay { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Check> Checks() =>
    [
        .. Results.Select(result => new Check(result.Test, result.Verdict, result.Reason, result.Seconds)
        {
            Findings =
            [
                .. result.Outcomes.Where(outcome => outcome.Grade == OutcomeGrade.Forbidden)
                    .Select(outcome => new Finding(
                    $"litmus/{result.Test}",
                    $"{outcome.Outcome}, {outcome.Samples} times: an outcome that no model allows")),
            ],
        }),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LitmusReport))]
internal sealed partial class LitmusReportJson : JsonSerializerContext;
