namespace Stress.Bench.Report;

/// <summary>What became of the figures of an earlier report.</summary>
/// <param name="Commit">The commit that the earlier report measured.</param>
/// <param name="Compared">Figures that both have.</param>
/// <param name="Regressions">Those that are worse now by more than both spreads.</param>
internal sealed record Comparison(string Commit, int Compared, IReadOnlyList<Regression> Regressions);
