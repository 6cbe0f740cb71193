namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>A statement of a thread, written as the tables write it.</summary>
internal abstract record Statement
{
    public sealed record Read(string Register, AccessMode Mode, Place From) : Statement
    {
        public override string ToString() => $"{Register} ={Suffix(Mode)} {From}";
    }

    public sealed record Write(Place To, AccessMode Mode, Expression Value) : Statement
    {
        public override string ToString() => $"{To} :={Suffix(Mode)} {Value}";
    }

    /// <summary>
    /// An interlocked operation; <paramref name="Register"/>, if any, gets the old value. The
    /// <paramref name="Comparand"/> is that of a compare-exchange only. Both operands are constants or registers.
    /// </summary>
    public sealed record Update(
        UpdateKind Kind,
        string? Register,
        Place At,
        Expression Operand,
        Expression? Comparand,
        UpdateOrder Order = UpdateOrder.Full) : Statement
    {
        public override string ToString() => (Register is null ? "" : $"{Register} = ")
            + $"{UpdateOrders.Name(Kind, Order)} {At} {(Comparand is null ? "" : $"{Comparand} ")}{Operand}";
    }

    public sealed record Barrier(BarrierKind Kind) : Statement
    {
        public override string ToString() => Kind switch
        {
            BarrierKind.Full => "mb",
            BarrierKind.Read => "rb",
            BarrierKind.Write => "wb",
            _ => throw new InvalidOperationException($"{Kind} has no notation."),
        };
    }

    public sealed record Lock(Place At) : Statement
    {
        public override string ToString() => $"lock {At}";
    }

    public sealed record Unlock(Place At) : Statement
    {
        public override string ToString() => $"unlock {At}";
    }

    public sealed record Let(string Register, Expression Value) : Statement
    {
        public override string ToString() => $"let {Register} = {Value}";
    }

    public sealed record If(Expression Condition, Statement[] Then, Statement[] Else) : Statement
    {
        public override string ToString() =>
            $"if {Condition} {Block(Then)}" + (Else.Length == 0 ? "" : $" else {Block(Else)}");
    }

    /// <summary>A loop that reads until what it read compares so; only the last read is an event.</summary>
    public sealed record Until(string Register, AccessMode Mode, Place From, Operator Comparison, Expression Value)
        : Statement
    {
        public Expression Condition => new Expression.Binary(new Expression.Register(Register), Comparison, Value);

        public override string ToString() => $"until {Register} ={Suffix(Mode)} {From} {Comparison.Text()} {Value}";
    }

    /// <summary>Ends the thread.</summary>
    public sealed record Stop : Statement
    {
        public override string ToString() => "stop";
    }

    private static string Block(Statement[] statements) => $"{{ {string.Join("; ", statements.AsEnumerable())} }}";

    private static string Suffix(AccessMode mode) => mode switch
    {
        AccessMode.Plain => "",
        AccessMode.Volatile => "v",
        _ => throw new InvalidOperationException($"A read or write by itself is not {mode}."),
    };
}
