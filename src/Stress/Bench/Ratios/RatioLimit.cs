using System.Globalization;

namespace Stress.Bench.Ratios;

/// <summary>What a ratio is held to.</summary>
/// <param name="Value">The limit.</param>
/// <param name="IsUpper">Whether the ratio may be at most the limit; else it must be at least that.</param>
internal sealed record RatioLimit(double Value, bool IsUpper)
{
    private const string Upper = "at most ";
    private const string Lower = "at least ";

    /// <summary>At most so much.</summary>
    public static RatioLimit AtMost(double value) => new(value, IsUpper: true);

    /// <summary>At least so much.</summary>
    public static RatioLimit AtLeast(double value) => new(value, IsUpper: false);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no limit.</exception>
    public static RatioLimit Parse(string text) =>
        text.StartsWith(Upper, StringComparison.Ordinal)
            ? AtMost(double.Parse(text[Upper.Length..], CultureInfo.InvariantCulture))
        : text.StartsWith(Lower, StringComparison.Ordinal)
            ? AtLeast(double.Parse(text[Lower.Length..], CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is no limit of a ratio");

    /// <summary>Whether a ratio is within the limit.</summary>
    public bool Holds(double ratio) => IsUpper ? ratio <= Value : ratio >= Value;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsUpper ? Upper : Lower)}{Value:0.###}");
}
