using System.CommandLine;
using System.Text.Json.Nodes;

namespace Stress.CommandLine;

/// <summary>An option without a value: off unless given.</summary>
internal sealed class SwitchOption : Option<bool>, IValueOption
{
    /// <summary>Declares a switch.</summary>
    /// <param name="name">Name, such as <c>--stutter</c>.</param>
    /// <param name="description">One sentence.</param>
    public SwitchOption(string name, string description)
        : base(name)
    {
        Description = description;
        Arity = ArgumentArity.Zero;
    }

    /// <inheritdoc/>
    public string Accepted => "no value";

    /// <inheritdoc/>
    public JsonNode? ToJson(ParseResult parsed) => JsonValue.Create(parsed.GetValue(this));
}
