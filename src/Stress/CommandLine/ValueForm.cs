using System.Text.Json.Nodes;

namespace Stress.CommandLine;

/// <summary>How one kind of value is written on the command line.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Accepted">What is accepted, for the help text and for errors, such as <c>an integer from 2 to
/// 15</c>.</param>
/// <param name="TryParse">Reads a value.</param>
/// <param name="ToText">Writes a value so that <paramref name="TryParse"/> reads it again.</param>
/// <param name="ToJson">Writes a value into the report.</param>
internal sealed record ValueForm<T>(
    string Accepted, TryParse<T> TryParse, Func<T, string> ToText, Func<T, JsonNode?> ToJson)
{
    /// <summary>The names to choose from; empty for a value that is no name out of a list.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>The path that a value names; null if it names none.</summary>
    public Func<T, string?> PathIn { get; init; } = _ => null;
}

/// <summary>Reads <paramref name="text"/>; false if it is not accepted.</summary>
internal delegate bool TryParse<T>(string text, out T value);
