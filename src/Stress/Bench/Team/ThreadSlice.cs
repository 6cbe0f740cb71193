using System.Diagnostics;

namespace Stress.Bench.Team;

/// <summary>What one thread got done in a slice.</summary>
/// <param name="Operations">Operations.</param>
/// <param name="Start">The clock when it began.</param>
/// <param name="End">The clock when it ended.</param>
/// <param name="Processor">Processor time that it had meanwhile.</param>
internal readonly record struct ThreadSlice(long Operations, long Start, long End, TimeSpan Processor)
{
    /// <summary>
    /// A thread that was on its processor for less than this share of a slice was disturbed: the system measures
    /// processor time to some microseconds, of a millisecond.
    /// </summary>
    private const double UndisturbedShare = 0.98;

    /// <summary>Threads start some ten microseconds apart, when the system wakes them.</summary>
    private const double TogetherShare = 0.9;

    /// <summary>
    /// Operations a second of all threads together, from the first one's start to the last one's end.
    /// </summary>
    public static double Rate(IReadOnlyList<ThreadSlice> slices) =>
        slices.Sum(slice => slice.Operations) / Stopwatch.GetElapsedTime(slices.Min(slice => slice.Start),
            slices.Max(slice => slice.End)).TotalSeconds;

    /// <summary>Operations of the slowest thread for one of the fastest.</summary>
    public static double Fairness(IReadOnlyList<ThreadSlice> slices) =>
        slices.Min(slice => slice.Operations) / (double)slices.Max(slice => slice.Operations);

    /// <summary>Whether all threads had their processors all the time, and at the same time.</summary>
    public static bool IsUndisturbed(IReadOnlyList<ThreadSlice> slices)
    {
        TimeSpan common = Stopwatch.GetElapsedTime(slices.Max(slice => slice.Start), slices.Min(slice => slice.End));
        TimeSpan all = Stopwatch.GetElapsedTime(slices.Min(slice => slice.Start), slices.Max(slice => slice.End));
        return common >= TogetherShare * all
            && slices.All(
                slice => slice.Processor >= UndisturbedShare * Stopwatch.GetElapsedTime(slice.Start, slice.End));
    }
}
