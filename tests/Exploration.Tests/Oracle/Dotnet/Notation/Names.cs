using System.Text.RegularExpressions;

namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>What a name stands for is seen from how it is written.</summary>
internal static partial class Names
{
    private static readonly HashSet<string> Keywords =
    [
        "add", "and", "cas", "else", "if", "let", "lock", "mb", "null", "or", "rb", "stop", "unlock",
        "until", "wb", "xchg",
    ];

    /// <summary>A register: <c>r1</c>.</summary>
    public static bool IsRegister(string text) => Register().IsMatch(text);

    /// <summary>An object: a capital letter first.</summary>
    public static bool IsObject(string text) => Object().IsMatch(text);

    /// <summary>
    /// A static or unmanaged word, an array of such, or a field: a small letter first, and no register.
    /// </summary>
    public static bool IsWord(string text) =>
        Word().IsMatch(text) && !IsRegister(text) && !Keywords.Contains(text);

    [GeneratedRegex(@"^r\d+\z")]
    private static partial Regex Register();

    [GeneratedRegex(@"^[A-Z]\w*\z")]
    private static partial Regex Object();

    [GeneratedRegex(@"^[a-z_]\w*\z")]
    private static partial Regex Word();
}
