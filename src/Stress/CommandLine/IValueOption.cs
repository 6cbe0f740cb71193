using System.CommandLine;
using System.Text.Json.Nodes;

namespace Stress.CommandLine;

/// <summary>What errors and reports need of a <see cref="ValueOption{T}"/>, whatever its type.</summary>
internal interface IValueOption
{
    /// <summary>What is accepted, such as <c>an integer from 2 to 15</c>.</summary>
    string Accepted { get; }

    /// <inheritdoc cref="ValueForm{T}.Names"/>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>One sentence on what it does.</summary>
    string Summary { get; }

    /// <summary>The value when the option is absent, as it would be written.</summary>
    string DefaultText { get; }

    /// <summary>The path that the value in force names; null if it names none.</summary>
    string? PathIn(ParseResult parsed);

    /// <summary>The value in force, for the report.</summary>
    JsonNode? ToJson(ParseResult parsed);
}
