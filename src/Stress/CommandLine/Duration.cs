using System.Globalization;

namespace Stress.CommandLine;

/// <summary>
/// A time with its unit, such as <c>30s</c>: a bare number is refused, since nobody can tell its unit.
/// </summary>
internal static class Duration
{
    /// <summary>Bounds every time, so that no sum of times overflows a clock: 1000 hours.</summary>
    private static readonly TimeSpan Max = TimeSpan.FromHours(1000);

    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("h", TimeSpan.FromHours(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("s", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>A time above zero.</summary>
    public static ValueForm<TimeSpan> Form { get; } = new(
        "a time above zero with a unit, such as 500ms, 30s, 5m or 2h (at most 1000h)",
        TryParse,
        ToText,
        value => ToText(value));

    private static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        foreach ((string unit, TimeSpan length) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                return decimal.TryParse(
                        text.AsSpan(0, text.Length - unit.Length),
                        NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out decimal amount)
                    && amount <= Max.Ticks / length.Ticks
                    && (value = new TimeSpan((long)(amount * length.Ticks))) > TimeSpan.Zero;
            }
        }

        return false;
    }

    /// <summary>Writes a time in its largest unit that divides it.</summary>
    public static string ToText(TimeSpan value)
    {
        (string unit, TimeSpan length) = Units
            .Where(candidate => value.Ticks % candidate.Length.Ticks == 0)
            .DefaultIfEmpty(Units[0])
            .MaxBy(candidate => candidate.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{(decimal)value.Ticks / length.Ticks}{unit}");
    }
}
