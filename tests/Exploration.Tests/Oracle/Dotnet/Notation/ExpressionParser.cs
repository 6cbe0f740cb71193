namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>Reads expressions, by the level of their operators.</summary>
internal static class ExpressionParser
{
    /// <exception cref="FormatException">The next tokens are no expression.</exception>
    public static Expression Parse(TokenReader tokens) => Parse(tokens, 0);

    /// <summary>Reads a register or a constant.</summary>
    /// <exception cref="FormatException">The next token is neither.</exception>
    public static Expression Operand(TokenReader tokens)
    {
        string token = tokens.Next;
        if (Names.IsRegister(token))
        {
            return new Expression.Register(tokens.Take());
        }

        return token == "null" || Names.IsObject(token) || (token.Length > 0 && char.IsAsciiDigit(token[0]))
            ? new Expression.Constant(Value.Parse(tokens.Take()))
            : throw tokens.NotUnderstood("a register, a number, null or an object");
    }

    private static Expression Parse(TokenReader tokens, int level)
    {
        if (level == Operators.Levels)
        {
            return Factor(tokens);
        }

        Expression left = Parse(tokens, level + 1);
        while (Operators.Find(tokens.Next, level) is { } symbol)
        {
            tokens.Take();
            left = new Expression.Binary(left, symbol, Parse(tokens, level + 1));
            if (level == Operators.ComparisonLevel && Operators.Find(tokens.Next, level) is not null)
            {
                throw tokens.NotUnderstood("the end of a comparison");
            }
        }

        return left;
    }

    private static Expression Factor(TokenReader tokens)
    {
        if (!tokens.TryTake("("))
        {
            return Operand(tokens);
        }

        Expression inner = Parse(tokens, 0);
        tokens.Expect(")");
        return inner;
    }
}
