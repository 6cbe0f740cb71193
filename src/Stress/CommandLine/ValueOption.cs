using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;

namespace Stress.CommandLine;

/// <summary>
/// An option with one value, which refuses all that its form does not accept and says in the help text and in errors
/// what is accepted.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed class ValueOption<T> : Option<T>, IValueOption
{
    private readonly ValueForm<T> _form;
    private readonly T _defaultValue;

    /// <summary>Declares an option.</summary>
    /// <param name="name">Name, such as <c>--order</c>.</param>
    /// <param name="form">How its value is written.</param>
    /// <param name="defaultValue">Value when the option is absent.</param>
    /// <param name="summary">One sentence without accepted values and default, which the help text adds.</param>
    /// <param name="defaultText">
    /// What the default is called, such as <c>all cores</c>; needed where the value depends on the machine, since the
    /// documentation must not.
    /// </param>
    public ValueOption(string name, ValueForm<T> form, T defaultValue, string summary, string? defaultText = null)
        : base(name)
    {
        _form = form;
        _defaultValue = defaultValue;
        Summary = summary;
        DefaultText = defaultText ?? form.ToText(defaultValue);
        Description = $"{summary} [{form.Accepted}; default: {DefaultText}]";
        HelpName = "value";
        Arity = ArgumentArity.ExactlyOne;
        CustomParser = Parse;
    }

    /// <inheritdoc/>
    public string Accepted => _form.Accepted;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _form.Names;

    /// <inheritdoc/>
    public string Summary { get; }

    /// <inheritdoc/>
    public string DefaultText { get; }

    /// <summary>The value given, else the default.</summary>
    public T Value(ParseResult parsed) => IsGiven(parsed) ? parsed.GetValue(this)! : _defaultValue;

    /// <summary>Whether the command line has this option.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetResult(this) is { Implicit: false };

    /// <inheritdoc/>
    public string? PathIn(ParseResult parsed) => _form.PathIn(Value(parsed));

    /// <inheritdoc/>
    public JsonNode? ToJson(ParseResult parsed) => _form.ToJson(Value(parsed));

    private T? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (_form.TryParse(text, out T value))
        {
            return value;
        }

        result.AddError(UsageException.Refusal(Name, text, Accepted));
        return default;
    }
}
