using System.Text.RegularExpressions;

namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>One word of memory.</summary>
/// <param name="Text">How it is written: <c>x</c>, <c>A.f</c>, <c>C[1]</c>.</param>
/// <param name="Owner">The object that it is a field or an element of; null for none.</param>
internal readonly partial record struct Location(string Text, string? Owner)
{
    public static Location Word(string name) => new(name, null);

    public static Location Field(string owner, string name) => new($"{owner}.{name}", owner);

    /// <summary>An element of an object, or one of some unmanaged words in a row.</summary>
    public static Location Element(string array, Value index) =>
        new($"{array}[{index}]", Names.IsObject(array) ? array : null);

    /// <summary>Whether a text is the name of a location.</summary>
    public static bool IsText(string text) =>
        Names.IsWord(text) || (Pattern().Match(text) is { Success: true } match
            && (Names.IsObject(match.Groups[1].Value)
                || (Names.IsWord(match.Groups[1].Value) && match.Groups[3].Success)));

    public override string ToString() => Text;

    [GeneratedRegex(@"^(\w+)(?:\.([a-z_]\w*)|(\[\d+\]))\z")]
    private static partial Regex Pattern();
}
