using System.Globalization;
using System.Text.RegularExpressions;

namespace Exploration.Tests.Oracle.Dotnet.Table;

/// <summary>What a model says of a program: <c>A 4</c> or <c>F 3</c>.</summary>
/// <param name="IsAllowed">Whether some execution meets the condition.</param>
/// <param name="Executions">The number of executions that are not blocked.</param>
internal readonly partial record struct TableCell(bool IsAllowed, long Executions)
{
    /// <exception cref="FormatException">The text is not understood.</exception>
    public static TableCell Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new TableCell(match.Groups[1].Value == "A", long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is no verdict and count, such as A 4");

    public override string ToString() => $"{(IsAllowed ? 'A' : 'F')} {Executions}";

    [GeneratedRegex(@"^([AF]) (\d{1,18})\z")]
    private static partial Regex Pattern();
}
