using System.Globalization;

namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>What a word or a register holds: a number or an object. Null and 0 are one value.</summary>
/// <param name="Number">The number; 0 for an object.</param>
/// <param name="Object">The name of the object, a capital letter first; null for a number.</param>
internal readonly record struct Value(int Number, string? Object = null) : IComparable<Value>
{
    public static readonly Value Null = new(0);

    public bool IsObject => Object is not null;

    public bool IsTrue => IsObject || Number != 0;

    public static Value Of(bool truth) => new(truth ? 1 : 0);

    /// <summary>Reads a number, <c>null</c> or the name of an object.</summary>
    public static Value Parse(string text) =>
        text == "null" ? Null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? new Value(number)
        : Names.IsObject(text) ? new Value(0, text)
        : throw new FormatException($"'{text}' is no value: a number, null or an object such as A");

    public int CompareTo(Value other) => (Object, Number) == (other.Object, other.Number)
        ? 0
        : string.CompareOrdinal(Object, other.Object) is var order && order != 0
            ? order
            : Number.CompareTo(other.Number);

    public override string ToString() => Object ?? Number.ToString(CultureInfo.InvariantCulture);
}
