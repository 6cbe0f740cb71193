using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Stress.CommandLine;

/// <summary>The kinds of values that the options of <c>stress</c> take.</summary>
internal static class Form
{
    /// <summary>The largest number that every JSON reader keeps exact, 2^53 - 1.</summary>
    public const long MaxExactJsonInteger = (1L << 53) - 1;

    /// <summary>Any text that is not empty.</summary>
    /// <param name="accepted">What it stands for, such as <c>the full name of a class</c>.</param>
    public static ValueForm<string> Text(string accepted) => new(accepted, TryParseText, text => text, text => text);

    /// <summary>A path.</summary>
    /// <param name="accepted">What is there, such as <c>a directory</c>.</param>
    public static ValueForm<string> Path(string accepted) => Text(accepted) with { PathIn = path => path };

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static ValueForm<int> Integer(int min, int max) =>
        Number(min, max, static value => JsonValue.Create(value));

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static ValueForm<long> LongInteger(long min, long max) =>
        Number(min, max, static value => JsonValue.Create(value));

    /// <summary>A seed, exact in every JSON reader.</summary>
    public static ValueForm<long> Seed { get; } = LongInteger(0, MaxExactJsonInteger);

    /// <summary>One of <paramref name="names"/>.</summary>
    /// <param name="names">The names.</param>
    public static ValueForm<string> Name(IReadOnlyCollection<string> names) => new(
        string.Join(", ", names),
        (text, out value) => TryParseText(text, out value) && names.Contains(value),
        text => text,
        text => text)
    {
        Names = names,
    };

    /// <summary>Several values with commas between them, none twice.</summary>
    public static ValueForm<IReadOnlyList<T>> ListOf<T>(ValueForm<T> element) => new(
        $"a list with commas, none twice, of: {element.Accepted}",
        (text, out value) => TryParseList(text, element, out value),
        value => string.Join(',', value.Select(element.ToText)),
        value => new JsonArray([.. value.Select(element.ToJson)]))
    {
        Names = element.Names,
    };

    /// <summary>The same value, or none when the option is absent.</summary>
    public static ValueForm<T?> OrNone<T>(this ValueForm<T> form) where T : struct => new(
        form.Accepted,
        (text, out value) =>
        {
            bool parsed = form.TryParse(text, out T present);
            value = present;
            return parsed;
        },
        value => value is T present ? form.ToText(present) : "none",
        value => value is T present ? form.ToJson(present) : null);

    /// <summary>The same name or text, or none when the option is absent.</summary>
    public static ValueForm<string?> OrNone(this ValueForm<string> form) => new(
        form.Accepted,
        (text, out value) =>
        {
            bool parsed = form.TryParse(text, out string present);
            value = present;
            return parsed;
        },
        value => value ?? "none",
        value => value)
    {
        Names = form.Names,
        PathIn = value => value is null ? null : form.PathIn(value),
    };

    private static ValueForm<T> Number<T>(T min, T max, Func<T, JsonNode?> toJson)
        where T : struct, IBinaryInteger<T> => new(
            $"an integer from {min} to {max}",
            (text, out value) =>
                T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                && value >= min && value <= max,
            value => value.ToString(null, CultureInfo.InvariantCulture),
            toJson);

    private static bool TryParseText(string text, out string value)
    {
        value = text;
        return text.Length > 0;
    }

    private static bool TryParseList<T>(string text, ValueForm<T> element, out IReadOnlyList<T> value)
    {
        List<T> parsed = [];
        value = parsed;
        foreach (string part in text.Split(','))
        {
            if (!element.TryParse(part, out T item) || parsed.Contains(item))
            {
                return false;
            }

            parsed.Add(item);
        }

        return true;
    }
}
