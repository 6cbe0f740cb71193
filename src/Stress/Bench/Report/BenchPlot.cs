using ScottPlot;

namespace Stress.Bench.Report;

/// <summary>A picture of a report.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Section">Heading that it stands under.</param>
/// <param name="Plot">The picture.</param>
internal sealed record BenchPlot(string Name, string Section, Plot Plot)
{
    private const int WidthPixels = 1200;
    private const int HeightPixels = 560;

    /// <summary>The picture as SVG, to be put into a page.</summary>
    public string Svg => Plot.GetSvgXml(WidthPixels, HeightPixels);

    /// <summary>Writes PNG and SVG.</summary>
    public void Save(string folder)
    {
        Plot.SavePng(Path.Combine(folder, $"{Name}.png"), WidthPixels, HeightPixels);
        File.WriteAllText(Path.Combine(folder, $"{Name}.svg"), Svg);
    }
}
