namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>An expression over a thread's registers: it touches no memory.</summary>
internal abstract record Expression
{
    /// <summary>The registers that it names.</summary>
    public abstract IEnumerable<string> Registers { get; }

    /// <summary>The numbers that it compares something with.</summary>
    public abstract IEnumerable<int> ComparedWith { get; }

    public abstract Value Evaluate(Func<string, Value> register);

    public sealed record Constant(Value Value) : Expression
    {
        public override IEnumerable<string> Registers => [];

        public override IEnumerable<int> ComparedWith => [];

        public override Value Evaluate(Func<string, Value> register) => Value;

        public override string ToString() => $"{Value}";
    }

    public sealed record Register(string Name) : Expression
    {
        public override IEnumerable<string> Registers => [Name];

        public override IEnumerable<int> ComparedWith => [];

        public override Value Evaluate(Func<string, Value> register) => register(Name);

        public override string ToString() => Name;
    }

    public sealed record Binary(Expression Left, Operator Symbol, Expression Right) : Expression
    {
        public override IEnumerable<string> Registers => Left.Registers.Concat(Right.Registers);

        public override IEnumerable<int> ComparedWith =>
        [
            .. Left.ComparedWith,
            .. Right.ComparedWith,
            .. Symbol.IsComparison() ? Numbers(Left).Concat(Numbers(Right)) : [],
        ];

        public override Value Evaluate(Func<string, Value> register) =>
            Symbol.Apply(Left.Evaluate(register), Right.Evaluate(register));

        public override string ToString() => $"{Side(Left)} {Symbol.Text()} {Side(Right)}";

        private static IEnumerable<int> Numbers(Expression side) =>
            side is Constant { Value.IsObject: false } constant ? [constant.Value.Number] : [];

        /// <summary>
        /// Inner operators of another level, or of the same, stand in brackets if there is any doubt.
        /// </summary>
        private string Side(Expression side) =>
            side is Binary inner && inner.Symbol.Level() <= Symbol.Level() ? $"({side})" : $"{side}";
    }
}
