using System.Globalization;

namespace Stress.Bench.Report;

/// <summary>How figures are written in a report.</summary>
internal static class Figure
{
    private const double Million = 1e6;

    /// <summary>Text with a dot in its fractions, wherever it is written.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share.</summary>
    public static string Percent(double share, int digits = 0) =>
        (100 * share).ToString($"F{digits}", CultureInfo.InvariantCulture) + " %";

    /// <summary>Millions, with three digits or more.</summary>
    public static string Millions(double value) =>
        value < 100 * Million ? Text($"{value / Million:0.00}") : Text($"{value / Million:#,0.0}");

    /// <summary>A rate or a time of a ratio, with its unit.</summary>
    public static string WithUnit(double value, string unit) =>
        unit == Ratios.RatioRow.PerSecond ? $"{Millions(value)} M/s" : Text($"{value:0.00} {unit}");

    /// <summary>One figure, or the least and the largest of several.</summary>
    public static string Range(IEnumerable<long> values) =>
        values.Min() is var least && values.Max() is var largest && least == largest
            ? Text($"{least}")
            : Text($"{least} to {largest}");

    /// <summary>A number of threads, marked when there are fewer processors.</summary>
    public static string Threads(int threads, bool isOversubscribed) =>
        $"{threads} thread{(threads == 1 ? "" : "s")}{(isOversubscribed ? ", oversubscribed" : "")}";
}
