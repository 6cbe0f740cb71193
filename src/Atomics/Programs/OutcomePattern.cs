using System.Globalization;

namespace Atomics.Programs;

/// <summary>
/// Values that an outcome may show together, written like an outcome: <c>producer 0.x=1 consumer 0.y=2</c>. Names may
/// have blanks; they are compared as wholes, and every one of them must exist.
/// </summary>
public sealed class OutcomePattern
{
    private readonly List<OutcomeValue> _values = [];

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">One <c>NAME=VALUE</c> or more with blanks between.</param>
    /// <param name="names">The names that an outcome of the scenario has:
    /// <see cref="ScenarioInstance.OutcomeNames"/>.</param>
    /// <exception cref="ArgumentException">The text is no such pattern, or names what no outcome has, or a name
    /// twice.</exception>
    public OutcomePattern(string text, IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        string rest = text.Trim();
        do
        {
            int equals = rest.IndexOf('=', StringComparison.Ordinal);
            Check(equals > 0, text, $"'{rest}' is no NAME=VALUE", names);
            string name = rest[..equals].TrimEnd();
            int end = rest.IndexOf(' ', equals) is int blank && blank < 0 ? rest.Length : blank;
            string number = rest[(equals + 1)..end];
            Check(long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value),
                text, $"'{number}' is no number", names);
            Check(names.Contains(name), text, $"no outcome has a value '{name}'", names);
            Check(_values.TrueForAll(former => former.Name != name), text, $"'{name}' is there twice", names);
            _values.Add(new OutcomeValue(name, value));
            rest = rest[end..].TrimStart();
        }
        while (rest.Length > 0);
    }

    /// <summary>The values, in the order of the text.</summary>
    public IReadOnlyList<OutcomeValue> Values => _values;

    /// <summary>Whether an outcome shows all of them.</summary>
    public bool IsShownBy(IReadOnlyCollection<OutcomeValue> outcome) => _values.TrueForAll(outcome.Contains);

    private static void Check(bool holds, string text, string complaint, IReadOnlyCollection<string> names)
    {
        if (!holds)
        {
            throw new ArgumentException(
                $"'{text}' is not understood: {complaint}. Write NAME=VALUE with blanks between; the names are "
                + $"{string.Join(", ", names.Select(name => $"'{name}'"))}.");
        }
    }
}
