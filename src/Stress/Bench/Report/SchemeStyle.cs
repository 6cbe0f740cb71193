using Scenarios.Selection;
using ScottPlot;
using Stress.Bench.Cases;

namespace Stress.Bench.Report;

/// <summary>
/// How a scheme is drawn, in every picture alike: the colour is the scheme's, its shade and the marker are the
/// protocol's. No dashes: the library that writes the SVG complains of each on standard error.
/// </summary>
/// <param name="Color">Colour.</param>
/// <param name="Marker">Marker.</param>
internal sealed record SchemeStyle(Color Color, MarkerShape Marker)
{
    /// <summary>The protocol that a scheme with one way only is drawn like: the full colour.</summary>
    private const int Plain = 1;

    /// <summary>As far apart as can be, also for the colour-blind: most are those of Okabe and Ito.</summary>
    private static readonly Color[] Palette =
    [
        .. new[] { "#0072B2", "#009E73", "#17BECF", "#CC79A7", "#E69F00", "#D55E00", "#B8A800", "#000000", "#8C564B",
            "#7F7F7F", "#7A3FB0" }
            .Select(Color.FromHex),
    ];

    /// <summary>By the protocol's place among those of the tracker.</summary>
    private static readonly (Func<Color, Color> Shade, MarkerShape Marker)[] Protocol =
    [
        (color => color.MixedWith(Colors.White, 0.4), MarkerShape.FilledSquare),
        (color => color, MarkerShape.FilledCircle),
        (color => color.MixedWith(Colors.Black, 0.4), MarkerShape.FilledTriangleUp),
        (color => color.MixedWith(Colors.Black, 0.65), MarkerShape.FilledDiamond),
        (color => color.MixedWith(Colors.White, 0.65), MarkerShape.FilledTriangleDown),
    ];

    /// <summary>The style of a scheme with its protocol.</summary>
    public static SchemeStyle Of(string scheme, string protocol)
    {
        int color = BenchSchemes.Names.Index().First(each => each.Item == scheme).Index;
        int place = Protocols.All.Index().Where(each => each.Item.Name == protocol).Select(each => each.Index)
            .FirstOrDefault(Plain);
        (Func<Color, Color> shade, MarkerShape marker) = Protocol[place % Protocol.Length];
        return new SchemeStyle(shade(Palette[color % Palette.Length]), marker);
    }
}
