using System.Globalization;

namespace Stress.Bench.Ratios;

/// <summary>What a ratio is held to.</summary>
/// <param name="Value">The limit.</param>
/// <param name="IsUpper">Whether the ratio may be at most the limit; else it must be at least that.</param>
internal sealed record RatioLimit(double Value, bool IsUpper)
{
    /// <summary>At most so much.</summary>
    public static RatioLimit AtMost(double value) => new(value, IsUpper: true);

    /// <summary>At least so much.</summary>
    public static RatioLimit AtLeast(double value) => new(value, IsUpper: false);

    /// <summary>Whether a ratio is within the limit.</summary>
    public bool Holds(double ratio) => IsUpper ? ratio <= Value : ratio >= Value;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsUpper ? "at most" : "at least")} {Value:0.###}");
}
