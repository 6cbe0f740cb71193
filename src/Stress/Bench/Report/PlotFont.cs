using ScottPlot;
using SkiaSharp;

namespace Stress.Bench.Report;

/// <summary>
/// The typeface of all pictures, carried along: a server has no fonts as a rule, and its pictures would have no words.
/// </summary>
internal sealed class PlotFont : IFontResolver
{
    /// <summary>Its name, which an SVG asks the viewer's machine for.</summary>
    public const string Name = "DejaVu Sans";

    private const string Resource = "DejaVuSans-subset.ttf";
    private static readonly Lazy<SKTypeface> Typeface = new(Load);

    private PlotFont()
    {
    }

    /// <summary>Has a plot written in it.</summary>
    public static void Set(Plot plot)
    {
        if (!Fonts.FontResolvers.Any(resolver => resolver is PlotFont))
        {
            Fonts.FontResolvers.Insert(0, new PlotFont());
        }

        plot.Font.Set(Name);
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Typeface.Value : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name
        ? Typeface.Value
        : null;

    private static SKTypeface Load()
    {
        using Stream stream = typeof(PlotFont).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded");
        return SKTypeface.FromStream(stream);
    }
}
