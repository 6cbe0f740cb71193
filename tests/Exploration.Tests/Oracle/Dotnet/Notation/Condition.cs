using System.Text.RegularExpressions;

namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>
/// A condition on an outcome: <c>0:r1=1 &amp; x=2 or 1:throw=1</c>, of registers by thread and of final values.
/// </summary>
internal sealed partial class Condition
{
    private readonly Atom[][] _alternatives;

    private Condition(Atom[][] alternatives) => _alternatives = alternatives;

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">The text is not understood.</exception>
    public static Condition Parse(string text) => new(
        [.. text.Split(" or ").Select(alternative => alternative.Split('&').Select(Atom.Parse).ToArray())]);

    /// <summary>Whether an outcome meets the condition.</summary>
    /// <param name="valueOf">
    /// The value of a register or a word by its name; null for a register that the execution did not set, of which
    /// nothing is true.
    /// </param>
    public bool IsMetBy(Func<string, Value?> valueOf) =>
        _alternatives.Any(alternative => alternative.All(atom => atom.IsMetBy(valueOf(atom.Name))));

    public override string ToString() =>
        string.Join(" or ", _alternatives.Select(alternative => string.Join(" & ", alternative.AsEnumerable())));

    private sealed partial record Atom(string Name, bool IsEqual, Value Value)
    {
        public static Atom Parse(string text)
        {
            Match match = Pattern().Match(text);
            string name = match.Groups[1].Value;
            return match.Success && (Register().IsMatch(name) || Location.IsText(name))
                ? new Atom(name, match.Groups[2].Value == "=", Value.Parse(match.Groups[3].Value))
                : throw new FormatException($"'{text}' is no condition such as 0:r1=1, 1:throw=1 or x!=2");
        }

        public bool IsMetBy(Value? value) => value is not null && (value == Value) == IsEqual;

        public override string ToString() => $"{Name}{(IsEqual ? "=" : "!=")}{Value}";

        [GeneratedRegex(@"^\s*([^\s=!]+)\s*(=|!=)\s*(\w+)\s*\z")]
        private static partial Regex Pattern();

        [GeneratedRegex(@"^\d+:(r\d+|throw)\z")]
        private static partial Regex Register();
    }
}
