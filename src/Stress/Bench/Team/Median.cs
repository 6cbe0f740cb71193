namespace Stress.Bench.Team;

/// <summary>
/// What is reported of repeated measurements: the middle, which a disturbed repeat does not move, and the spread.
/// </summary>
/// <param name="Middle">The median.</param>
/// <param name="Spread">Distance of the quartiles, as a share of the median.</param>
internal readonly record struct Median(double Middle, double Spread)
{
    /// <summary>Of at least one value.</summary>
    public static Median Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double middle = Quantile(sorted, 0.5);
        double spread = middle == 0 ? 0 : (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / middle;
        return new Median(middle, spread);
    }

    /// <summary>A quantile between the two nearest values.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
