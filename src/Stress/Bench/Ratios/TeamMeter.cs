using Stress.Bench.Patterns;
using Stress.Bench.Team;

namespace Stress.Bench.Ratios;

/// <summary>
/// Measures two cases by turns with pinned threads. Turns in which a thread lost its processor to other work are left out: they
/// would measure that work.
/// </summary>
internal static class TeamMeter
{
    /// <summary>Turns wanted in which every thread had its processor: odd, so that one is the median.</summary>
    private const int Turns = 51;

    /// <summary>Turns tried for them; on a machine with other work those that are left must do.</summary>
    private const int MaxTurns = 400;

    private const int WarmUpTurns = 30;

    /// <summary>Shorter than a scheduler's time slice of some 3 ms, so that many turns fit between two interruptions.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);

    /// <summary>Compares the operations a second of all threads together.</summary>
    public static RatioRow CompareRates(string name, BenchCase numerator, BenchCase denominator, RatioLimit? limit = null)
    {
        (double[] first, double[] second) = Measure(numerator, denominator);
        return PairMeter.ToRow(name, first, second, limit);
    }

    /// <summary>Compares the time that a thread spends on an operation.</summary>
    public static RatioRow CompareTimes(string name, BenchCase numerator, BenchCase denominator, RatioLimit? limit = null)
    {
        (double[] first, double[] second) = Measure(numerator, denominator);
        return PairMeter.ToRow(
            name,
            [.. first.Select(rate => numerator.Threads * 1e9 / rate)],
            [.. second.Select(rate => denominator.Threads * 1e9 / rate)],
            limit);
    }

    private static (double[] First, double[] Second) Measure(BenchCase numerator, BenchCase denominator)
    {
        using BenchBed upper = numerator.Scheme.CreateBed(numerator);
        using BenchBed lower = denominator.Scheme.CreateBed(denominator);
        using ThreadTeam upperTeam = new(numerator.Threads);
        using ThreadTeam lowerTeam = new(denominator.Threads);
        List<(double First, double Second, bool IsUndisturbed)> turns = [];
        for (int turn = -WarmUpTurns; turn < MaxTurns && turns.Count(each => each.IsUndisturbed) < Turns; turn++)
        {
            IReadOnlyList<ThreadSlice> above = upperTeam.Run(upper.Workers, Slice);
            IReadOnlyList<ThreadSlice> below = lowerTeam.Run(lower.Workers, Slice);
            if (turn >= 0)
            {
                bool isUndisturbed = ThreadSlice.IsUndisturbed(above) && ThreadSlice.IsUndisturbed(below);
                turns.Add((ThreadSlice.Rate(above), ThreadSlice.Rate(below), isUndisturbed));
            }
        }

        var kept = turns.Any(each => each.IsUndisturbed) ? turns.Where(each => each.IsUndisturbed).ToList() : turns;
        return ([.. kept.Select(each => each.First)], [.. kept.Select(each => each.Second)]);
    }
}
