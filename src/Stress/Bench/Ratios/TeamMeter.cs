using System.Diagnostics;
using Stress.Bench.Cases;
using Stress.Bench.Team;

namespace Stress.Bench.Ratios;

/// <summary>
/// Measures two cases by turns with pinned threads. Turns in which a thread lost its processor to other work are left
/// out: they would measure that work.
/// </summary>
/// <param name="limit">Time for one comparison; on a machine with other work the turns that are left must do.</param>
internal sealed class TeamMeter(TimeSpan limit)
{
    /// <summary>Turns wanted in which every thread had its processor: odd, so that one is the median.</summary>
    private const int Turns = 51;

    private const int WarmUpTurns = 30;

    /// <summary>
    /// Shorter than a scheduler's time slice of some 3 ms, so that many turns fit between two interruptions.
    /// </summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);

    /// <summary>Compares the operations a second of all threads together.</summary>
    public RatioRow CompareRates(string name, BenchCase numerator, BenchCase denominator, RatioLimit? ratioLimit = null)
    {
        (double[] first, double[] second, int turns) = Measure(numerator, denominator);
        return PairMeter.ToRow(name, RatioRow.PerSecond, first, second, ratioLimit, turns);
    }

    /// <summary>Compares the time that a thread spends on an operation.</summary>
    public RatioRow CompareTimes(string name, BenchCase numerator, BenchCase denominator, RatioLimit? ratioLimit = null)
    {
        (double[] first, double[] second, int turns) = Measure(numerator, denominator);
        return PairMeter.ToRow(
            name,
            RatioRow.Nanoseconds,
            [.. first.Select(rate => numerator.Threads * 1e9 / rate)],
            [.. second.Select(rate => denominator.Threads * 1e9 / rate)],
            ratioLimit,
            turns);
    }

    private (double[] First, double[] Second, int Turns) Measure(BenchCase numerator, BenchCase denominator)
    {
        using BenchBed upper = numerator.Scheme.CreateBed(numerator);
        using BenchBed lower = denominator.Scheme.CreateBed(denominator);
        using ThreadTeam upperTeam = new(numerator.Threads);
        using ThreadTeam lowerTeam = new(denominator.Threads);
        List<(double First, double Second, bool IsUndisturbed)> turns = [];
        Stopwatch clock = Stopwatch.StartNew();
        for (int turn = -WarmUpTurns;
            turn <= 0 || (clock.Elapsed < limit && turns.Count(each => each.IsUndisturbed) < Turns); turn++)
        {
            IReadOnlyList<ThreadSlice> above = upperTeam.Run(upper.Workers, Slice);
            IReadOnlyList<ThreadSlice> below = lowerTeam.Run(lower.Workers, Slice);
            if (turn >= 0)
            {
                bool isUndisturbed = ThreadSlice.IsUndisturbed(above) && ThreadSlice.IsUndisturbed(below);
                turns.Add((ThreadSlice.Rate(above), ThreadSlice.Rate(below), isUndisturbed));
            }
        }

        var kept = turns.Where(each => each.IsUndisturbed).ToList();
        var shown = kept.Count > 0 ? kept : turns;
        return ([.. shown.Select(each => each.First)], [.. shown.Select(each => each.Second)], kept.Count);
    }
}
