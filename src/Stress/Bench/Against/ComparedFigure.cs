using Stress.Bench.Ratios;
using Stress.Bench.Report;

namespace Stress.Bench.Against;

/// <summary>A figure that two reports can have in common.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The median.</param>
/// <param name="Spread">Distance of the quartiles, as a share of the median.</param>
/// <param name="IsHigherBetter">Whether more is better.</param>
internal sealed record ComparedFigure(string Name, double Value, double Spread, bool IsHigherBetter)
{
    /// <summary>
    /// The throughput of a case; none if there were more threads than processors, where the scheduler is measured.
    /// </summary>
    public static IEnumerable<ComparedFigure> Of(BenchRow row, DetailRow detail)
    {
        if (!detail.Oversubscribed)
        {
            yield return new ComparedFigure(detail.Case, row.OpsPerSecond, row.Spread, IsHigherBetter: true);
        }
    }

    /// <summary>A ratio; none without a limit, which says what is better, or if every turn was disturbed.</summary>
    public static IEnumerable<ComparedFigure> Of(RatioRow row)
    {
        if (row is { Limit: string limit, Turns: > 0 })
        {
            yield return new ComparedFigure(row.Name, row.Ratio, row.Spread, RatioLimit.Parse(limit).IsUpper == false);
        }
    }

    /// <summary>Whether this figure is worse than an earlier one by more than both spreads.</summary>
    public bool IsWorseThan(ComparedFigure before) => IsHigherBetter
        ? Value * (1 + Spread) < before.Value * (1 - before.Spread)
        : Value * (1 - Spread) > before.Value * (1 + before.Spread);

    /// <summary>This figure and an earlier one, as a report has them.</summary>
    public Regression Since(ComparedFigure before) => new(
        Name, before.Value, before.Spread, Value, Spread, Math.Round((Value - before.Value) / before.Value, 4));
}
