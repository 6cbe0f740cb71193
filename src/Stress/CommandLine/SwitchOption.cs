using System.CommandLine;
using System.Text.Json.Nodes;

namespace Stress.CommandLine;

/// <summary>An option without a value: off unless given.</summary>
internal sealed class SwitchOption : Option<bool>, IValueOption
{
    /// <summary>Declares a switch.</summary>
    /// <param name="name">Name, such as <c>--stutter</c>.</param>
    /// <param name="summary">One sentence.</param>
    public SwitchOption(string name, string summary)
        : base(name)
    {
        Summary = summary;
        Description = summary;
        Arity = ArgumentArity.Zero;
    }

    /// <inheritdoc/>
    public string Accepted => "no value";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [];

    /// <inheritdoc/>
    public string Summary { get; }

    /// <inheritdoc/>
    public string DefaultText => "off";

    /// <inheritdoc/>
    public string? PathIn(ParseResult parsed) => null;

    /// <inheritdoc/>
    public JsonNode? ToJson(ParseResult parsed) => JsonValue.Create(parsed.GetValue(this));
}
