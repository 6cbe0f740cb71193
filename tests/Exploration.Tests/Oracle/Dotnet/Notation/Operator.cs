namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>A binary operator, the ones that bind least first.</summary>
internal enum Operator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    Greater,
    AtMost,
    AtLeast,
    BitOr,
    BitAnd,
    Plus,
    Minus,
    Times,
}
