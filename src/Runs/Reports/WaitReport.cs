using HdrHistogram;
using Runs.Totals;

namespace Runs.Reports;

/// <summary>Time of write sections in nanoseconds, waits included.</summary>
/// <param name="P99">99 of 100 took at most so long.</param>
/// <param name="Max">Longest.</param>
public sealed record WaitReport(long P99, long Max)
{
    /// <summary>Takes the figures of a run.</summary>
    public static WaitReport Of(RunTotals totals) => totals.SectionNanoseconds.TotalCount == 0
        ? new(0, 0)
        : new(totals.SectionNanoseconds.GetValueAtPercentile(99), totals.SectionNanoseconds.GetMaxValue());
}
