namespace Stress.Bench.Report;

/// <summary>What became of the figures of an earlier report.</summary>
/// <param name="Commit">The commit that the earlier report measured.</param>
/// <param name="Compared">Figures that both have.</param>
/// <param name="Regressions">Those that are worse now by more than both spreads.</param>
internal sealed record Comparison(string Commit, int Compared, IReadOnlyList<Regression> Regressions);

/// <summary>A figure that became worse by more than both spreads.</summary>
/// <param name="Name">What was measured: a case, whose figure is operations a second, or a ratio.</param>
/// <param name="Before">The earlier median.</param>
/// <param name="SpreadBefore">Distance of its quartiles, as a share of the median.</param>
/// <param name="Now">The median now.</param>
/// <param name="SpreadNow">Distance of its quartiles, as a share of the median.</param>
/// <param name="Change">How much the median changed, as a share of the earlier one.</param>
internal sealed record Regression(
    string Name, double Before, double SpreadBefore, double Now, double SpreadNow, double Change);
