namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>How operators are written, how tightly they bind, and what they give.</summary>
internal static class Operators
{
    private static readonly (Operator Operator, string Text, int Level)[] All =
    [
        (Operator.Or, "or", 0),
        (Operator.And, "and", 1),
        (Operator.Equal, "==", 2),
        (Operator.NotEqual, "!=", 2),
        (Operator.Less, "<", 2),
        (Operator.Greater, ">", 2),
        (Operator.AtMost, "<=", 2),
        (Operator.AtLeast, ">=", 2),
        (Operator.BitOr, "|", 3),
        (Operator.BitAnd, "&", 4),
        (Operator.Plus, "+", 5),
        (Operator.Minus, "-", 5),
        (Operator.Times, "*", 6),
    ];

    /// <summary>One more than the level of the operators that bind most.</summary>
    public const int Levels = 7;

    /// <summary>The level of the comparisons, of which one expression has no two in a row.</summary>
    public const int ComparisonLevel = 2;

    /// <summary>The operator of a level that is written so; null if there is none.</summary>
    public static Operator? Find(string text, int level) =>
        All.Where(each => each.Text == text && each.Level == level)
            .Select(each => (Operator?)each.Operator).FirstOrDefault();

    public static bool IsComparison(this Operator symbol) => symbol is >= Operator.Equal and <= Operator.AtLeast;

    public static int Level(this Operator symbol) => All.Single(each => each.Operator == symbol).Level;

    public static string Text(this Operator symbol) => All.Single(each => each.Operator == symbol).Text;

    public static Value Apply(this Operator symbol, Value left, Value right) => symbol switch
    {
        Operator.Or => Value.Of(left.IsTrue || right.IsTrue),
        Operator.And => Value.Of(left.IsTrue && right.IsTrue),
        Operator.Equal => Value.Of(left == right),
        Operator.NotEqual => Value.Of(left != right),
        _ when left.IsObject || right.IsObject =>
            throw new InvalidOperationException(
                $"{left} {symbol.Text()} {right} means nothing: an object is no number."),
        Operator.Less => Value.Of(left.Number < right.Number),
        Operator.Greater => Value.Of(left.Number > right.Number),
        Operator.AtMost => Value.Of(left.Number <= right.Number),
        Operator.AtLeast => Value.Of(left.Number >= right.Number),
        Operator.BitOr => new Value(left.Number | right.Number),
        Operator.BitAnd => new Value(left.Number & right.Number),
        Operator.Plus => new Value(left.Number + right.Number),
        Operator.Minus => new Value(left.Number - right.Number),
        Operator.Times => new Value(left.Number * right.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(symbol), symbol, null),
    };
}
