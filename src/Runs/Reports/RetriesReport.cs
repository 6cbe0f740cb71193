using HdrHistogram;
using Runs.Totals;

namespace Runs.Reports;

/// <summary>Retries of accepted snapshots.</summary>
/// <param name="P50">Half of them needed at most so many.</param>
/// <param name="P99">99 of 100 needed at most so many.</param>
/// <param name="Max">Most.</param>
public sealed record RetriesReport(long P50, long P99, long Max)
{
    /// <summary>Takes the figures of a run.</summary>
    public static RetriesReport Of(RunTotals totals)
    {
        if (totals.Retries.TotalCount == 0)
        {
            return new(0, 0, 0);
        }

        // The histogram has those with retries; the others had 0.
        return new(At(totals, 50), At(totals, 99), totals.Retries.GetMaxValue());
    }

    private static long At(RunTotals totals, double percentile)
    {
        double rank = percentile / 100 * totals.SnapshotsAccepted;
        return rank <= totals.AcceptedAtOnce
            ? 0
            : totals.Retries.GetValueAtPercentile((rank - totals.AcceptedAtOnce) / totals.Retries.TotalCount * 100);
    }
}
