using System.Text.Json.Serialization;

namespace Stress.Bench.Ratios;

/// <summary>One ratio, of two things measured by turns in the same run.</summary>
/// <param name="Name">What is compared with what.</param>
/// <param name="Ratio">Median of the turns.</param>
/// <param name="Spread">Distance of the turns' quartiles, as a share of the median.</param>
/// <param name="Limit">What it is held to, such as <c>at most 1.05</c>; null if it is only reported.</param>
/// <param name="IsWithin">Whether it is within the limit; null without one, and without an undisturbed turn.</param>
/// <param name="Turns">Turns that count: those in which every thread had its processor; 0 if other work disturbed every
/// one.</param>
/// <param name="Numerator">The first one's median.</param>
/// <param name="Denominator">The second one's median.</param>
/// <param name="Unit">Unit of both: <see cref="Nanoseconds"/> for an operation of a thread, or <see cref="PerSecond"/>,
/// of all threads.</param>
internal sealed record RatioRow(
    string Name, double Ratio, double Spread, string? Limit, bool? IsWithin, int Turns, double Numerator,
    double Denominator, string Unit)
{
    /// <summary>Nanoseconds for an operation.</summary>
    public const string Nanoseconds = "ns";

    /// <summary>Operations a second.</summary>
    public const string PerSecond = "/s";
}

/// <summary>Reads the ratios of another process's report.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RatioRow[]))]
internal sealed partial class RatioRowsJson : JsonSerializerContext;

/// <summary>What the hardware itself takes, measured in the same run: the limit of everything above it.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Ns">Nanoseconds.</param>
internal sealed record HardwareRow(string Name, double Ns);
