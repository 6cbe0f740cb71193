using System.Diagnostics;
using Stress.Bench.Team;

namespace Stress.Bench.Ratios;

/// <summary>
/// Measures two loops by turns, in slices so short that most meet no interruption; the median of the turns' ratios
/// forgets those that do.
/// </summary>
internal static class PairMeter
{
    /// <summary>Odd, so that one turn is the median.</summary>
    private const int Turns = 301;

    /// <summary>
    /// Length of a slice: 2000 times the clock's resolution of about 50 ns, a fortieth of a scheduler's tick of 4 ms.
    /// </summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMicroseconds(100);

    /// <summary>Compares the time of an operation.</summary>
    public static RatioRow Compare(string name, Kernel numerator, Kernel denominator, RatioLimit? limit = null)
    {
        int upper = Calibrate(numerator);
        int lower = Calibrate(denominator);
        double[] first = new double[Turns];
        double[] second = new double[Turns];
        for (int turn = 0; turn < Turns; turn++)
        {
            // Who goes first changes, so that neither always inherits the other's caches.
            if (turn % 2 == 0)
            {
                first[turn] = Time(numerator, upper);
                second[turn] = Time(denominator, lower);
            }
            else
            {
                second[turn] = Time(denominator, lower);
                first[turn] = Time(numerator, upper);
            }
        }

        return ToRow(name, RatioRow.Nanoseconds, first, second, limit, Turns);
    }

    /// <summary>The row of two series, turn by turn.</summary>
    /// <param name="name">What is compared.</param>
    /// <param name="unit">Unit of both series.</param>
    /// <param name="first">The numerators.</param>
    /// <param name="second">The denominators.</param>
    /// <param name="limit">What the ratio is held to.</param>
    /// <param name="turns">How many of them were undisturbed; with none, the limit cannot be judged.</param>
    public static RatioRow ToRow(string name, string unit, double[] first, double[] second,
        RatioLimit? limit, int turns)
    {
        Median ratio = Median.Of(first.Zip(second, (upper, lower) => upper / lower));
        return new RatioRow(
            name,
            Math.Round(ratio.Middle, 3),
            Math.Round(ratio.Spread, 3),
            limit?.ToString(),
            turns > 0 ? limit?.Holds(Math.Round(ratio.Middle, 3)) : null,
            turns,
            Math.Round(Median.Of(first).Middle, 2),
            Math.Round(Median.Of(second).Middle, 2),
            unit);
    }

    /// <summary>Nanoseconds for an operation.</summary>
    private static double Time(Kernel kernel, int pairs)
    {
        long start = Stopwatch.GetTimestamp();
        kernel.Run(pairs);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (2.0 * pairs);
    }

    private static int Calibrate(Kernel kernel)
    {
        const int Trial = 1000;
        double ns = Enumerable.Range(0, 9).Min(_ => Time(kernel, Trial));
        return Math.Max(1, (int)(Slice.TotalNanoseconds / (2 * ns)));
    }
}
