using Stress.Bench.Accuracy;
using Stress.Bench.Footprint;
using Stress.Bench.Ratios;
using Stress.CommandLine;

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

    /// <summary>How the figures compare with those of an earlier report; null without one.</summary>
    public Comparison? Against { get; init; }
}
