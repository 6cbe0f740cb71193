using System.Text.Json.Serialization;
using Harness;
using Stress.Bench.Accuracy;
using Stress.Bench.Footprint;
using Stress.Bench.Ratios;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.Bench.Report;

/// <summary>The JSON of <c>bench</c>.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record BenchReport(ReportHead Head) : VerbReport(Head)
{
    /// <summary>Throughput, one row for each case.</summary>
    public IReadOnlyList<BenchRow> Rows { get; init; } = [];

    /// <summary>Latency, retries and fairness, in the order of the rows.</summary>
    public IReadOnlyList<DetailRow> Details { get; init; } = [];

    /// <summary>Ratios measured by turns.</summary>
    public IReadOnlyList<RatioRow> Ratios { get; init; } = [];

    /// <summary>What the hardware takes.</summary>
    public IReadOnlyList<HardwareRow> Hardware { get; init; } = [];

    /// <summary>Wrong answers.</summary>
    public IReadOnlyList<AccuracyRow> Accuracy { get; init; } = [];

    /// <summary>Audited runs at the same settings; none without a directory to report to.</summary>
    public IReadOnlyList<AuditRow> Audit { get; init; } = [];

    /// <summary>Bytes.</summary>
    public IReadOnlyList<MemoryRow> Memory { get; init; } = [];

    /// <summary>Whether somebody else was at work on the machine meanwhile, a sentence for each sign of it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How the figures compare with those of an earlier report; null without one.</summary>
    public Comparison? Against { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Check> Checks() =>
        [new Check("figures", Verdict, Reason, Seconds) { Findings = [.. Worse] }];

    private IEnumerable<Finding> Worse => Against?.Regressions.Select(each => new Finding(
        "bench/regression", $"{each.Name}: {each.Before:0.###} at {Against.Commit}, now {each.Now:0.###}")) ?? [];

    private string Reason => Verdict switch
    {
        Verdict.Pass => Against is null
            ? "measured"
            : $"none of {Against.Compared} figures is worse by more than both spreads",
        Verdict.Violation =>
            $"{Against!.Regressions.Count} of {Against.Compared} figures are worse by more than both spreads",
        Verdict.Inconclusive => "interrupted, or nothing to compare with",
        _ => throw new InvalidOperationException($"bench never ends with {Verdict}"),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BenchReport))]
internal sealed partial class BenchReportJson : JsonSerializerContext;
