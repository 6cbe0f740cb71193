using ScottPlot;

namespace Stress.Bench.Report;

/// <summary>
/// The typeface of all pictures. A name that is not installed is replaced by whatever font comes first, often one with serifs, and
/// the SVG would name that one.
/// </summary>
internal static class PlotFont
{
    private static readonly string[] Wanted = ["Open Sans", "Segoe UI", "Liberation Sans", "Arial", "Helvetica", "DejaVu Sans", "Noto Sans"];

    /// <summary>The first one installed, else what there is.</summary>
    public static string Name { get; } = Wanted.FirstOrDefault(IsInstalled, Fonts.Default);

    private static bool IsInstalled(string name)
    {
        using SkiaSharp.SKTypeface? found = SkiaSharp.SKTypeface.FromFamilyName(name);
        return found?.FamilyName == name;
    }
}
