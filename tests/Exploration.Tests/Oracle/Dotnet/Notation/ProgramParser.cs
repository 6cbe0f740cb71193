namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>Reads the threads of a program.</summary>
internal sealed class ProgramParser
{
    private const string ThreadSeparator = "||";
    private readonly TokenReader _tokens;

    private ProgramParser(string text) => _tokens = new TokenReader(text);

    /// <exception cref="FormatException">The text is not understood.</exception>
    public static Statement[][] Threads(string text)
    {
        ProgramParser parser = new(text);
        List<Statement[]> threads = [];
        do
        {
            threads.Add(parser.Statements());
        }
        while (parser._tokens.TryTake(ThreadSeparator));
        return parser._tokens.IsAtEnd ? [.. threads] : throw parser._tokens.NotUnderstood("the end of a statement");
    }

    private Statement[] Statements()
    {
        List<Statement> statements = [];
        do
        {
            statements.Add(Statement());
        }
        while (_tokens.TryTake(";"));
        return [.. statements];
    }

    private Statement[] Block()
    {
        _tokens.Expect("{");
        Statement[] statements = Statements();
        _tokens.Expect("}");
        return statements;
    }

    private Statement Statement()
    {
        switch (_tokens.Next)
        {
            case "mb": return Barrier(BarrierKind.Full);
            case "rb": return Barrier(BarrierKind.Read);
            case "wb": return Barrier(BarrierKind.Write);
            case "stop":
                _tokens.Take();
                return new Statement.Stop();
            case "lock":
                _tokens.Take();
                return new Statement.Lock(Place());
            case "unlock":
                _tokens.Take();
                return new Statement.Unlock(Place());
            case "let": return Let();
            case "if": return If();
            case "until": return Until();
            case string next when UpdateOrders.Find(next) is not null: return Update(register: null);
            case string next when Names.IsRegister(next) && _tokens.Ahead(1) is "=" or "=v": return ReadOrUpdate();
            default: return Write();
        }
    }

    private Statement.Barrier Barrier(BarrierKind kind)
    {
        _tokens.Take();
        return new Statement.Barrier(kind);
    }

    private Statement.Let Let()
    {
        _tokens.Expect("let");
        string register = Register();
        _tokens.Expect("=");
        return new Statement.Let(register, ExpressionParser.Parse(_tokens));
    }

    private Statement.If If()
    {
        _tokens.Expect("if");
        Expression condition = ExpressionParser.Parse(_tokens);
        Statement[] then = Block();
        return new Statement.If(condition, then, _tokens.TryTake("else") ? Block() : []);
    }

    private Statement.Until Until()
    {
        _tokens.Expect("until");
        string register = Register();
        AccessMode mode = Mode("=");
        Place from = Place();
        Operator comparison = Operators.Find(_tokens.Next, Operators.ComparisonLevel)
            ?? throw _tokens.NotUnderstood("a comparison");
        _tokens.Take();
        return new Statement.Until(register, mode, from, comparison, ExpressionParser.Parse(_tokens));
    }

    private Statement ReadOrUpdate()
    {
        string register = Register();
        AccessMode mode = Mode("=");
        return mode == AccessMode.Plain && UpdateOrders.Find(_tokens.Next) is not null
            ? Update(register)
            : new Statement.Read(register, mode, Place());
    }

    private Statement.Update Update(string? register)
    {
        (UpdateKind kind, UpdateOrder order) = UpdateOrders.Find(_tokens.Next)
            ?? throw _tokens.NotUnderstood("an update");
        _tokens.Take();
        Place at = Place();
        Expression? comparand = kind == UpdateKind.CompareExchange ? ExpressionParser.Operand(_tokens) : null;
        return new Statement.Update(kind, register, at, ExpressionParser.Operand(_tokens), comparand, order);
    }

    private Statement.Write Write()
    {
        Place to = Place();
        return new Statement.Write(to, Mode(":="), ExpressionParser.Parse(_tokens));
    }

    private string Register() => _tokens.Expect(Names.IsRegister, "a register");

    /// <summary>An assignment sign, with <c>v</c> if it is volatile.</summary>
    private AccessMode Mode(string sign)
    {
        if (_tokens.TryTake(sign + "v"))
        {
            return AccessMode.Volatile;
        }

        _tokens.Expect(sign);
        return AccessMode.Plain;
    }

    private Place Place()
    {
        string name = _tokens.Expect(
            token => Names.IsWord(token) || Names.IsObject(token) || Names.IsRegister(token), "a place");
        if (_tokens.TryTake("."))
        {
            string field = _tokens.Expect(Names.IsWord, "a field");
            return Names.IsWord(name)
                ? throw new FormatException($"{name}.{field} is no place: {name} is neither an object nor a register")
                : new Place.Field(name, field);
        }

        if (_tokens.TryTake("["))
        {
            Expression index = ExpressionParser.Parse(_tokens);
            _tokens.Expect("]");
            return new Place.Element(name, index);
        }

        return Names.IsWord(name)
            ? new Place.Word(name)
            : throw new FormatException($"{name} is no place: an object or a register has fields and elements");
    }
}
