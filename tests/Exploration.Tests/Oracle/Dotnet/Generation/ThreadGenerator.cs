using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Generation;

/// <summary>Draws the statements of one thread; every register is set by one statement.</summary>
/// <param name="random">Where choices come from.</param>
/// <param name="words">The words that hold numbers.</param>
/// <param name="volatileShare">How many of the reads and writes are volatile, 0 to 1.</param>
internal sealed class ThreadGenerator(Random random, string[] words, double volatileShare)
{
    private readonly List<string> _numbers = [];
    private int _registers;

    /// <summary>One of some items.</summary>
    public T One<T>(params T[] items) => items[random.Next(items.Length)];

    public bool Chance(double share) => random.NextDouble() < share;

    /// <summary>A register that no statement sets yet.</summary>
    public string NewRegister() => $"r{++_registers}";

    public AccessMode Mode() => Chance(volatileShare) ? AccessMode.Volatile : AccessMode.Plain;

    public Place Word() => new Place.Word(One(words));

    public static Expression Number(int value) => new Expression.Constant(new Value(value));

    /// <summary>Any statement on one of the words.</summary>
    public Statement Any() => Any(Word());

    /// <summary>Any statement on a word.</summary>
    public Statement Any(Place word) => random.Next(100) switch
    {
        < 34 => Read(word),
        < 68 => Write(word),
        < 76 => Branch(word),
        < 88 => Update(word),
        _ => Barrier(),
    };

    /// <summary>What a compiler may do something about: a read, a write, a branch that a write may swallow.</summary>
    public Statement[] Plain()
    {
        Place word = Word();
        return random.Next(100) switch
        {
            < 40 => [Read(word)],
            < 75 => [Write(word)],
            < 90 =>
            [
                .. _numbers.Count == 0 ? (Statement[])[Read(Word())] : [],
                Branch(word),
                Write(Chance(0.7) ? word : Word()),
            ],
            _ => [Any()],
        };
    }

    public Statement.Read Read(Place from)
    {
        string register = NewRegister();
        _numbers.Add(register);
        return new Statement.Read(register, Mode(), from);
    }

    public Statement.Write Write(Place to) => new(to, Mode(), Value());

    public Statement.Until Wait(Place on)
    {
        string register = NewRegister();
        _numbers.Add(register);
        return new Statement.Until(register, Mode(), on, One(Operator.Equal, Operator.NotEqual), Number(One(0, 1, 2)));
    }

    public Statement.Barrier Barrier() => new(One(BarrierKind.Full, BarrierKind.Read, BarrierKind.Write));

    public Statement.Update Update(Place at)
    {
        UpdateKind kind = One(UpdateKind.Exchange, UpdateKind.Add, UpdateKind.CompareExchange);
        Expression operand = kind == UpdateKind.Add ? Number(1) : Number(One(1, 2));
        Expression? comparand = kind == UpdateKind.CompareExchange ? Number(One(0, 1, 7)) : null;
        string? register = Chance(0.6) ? NewRegister() : null;
        if (register is not null)
        {
            _numbers.Add(register);
        }

        return new Statement.Update(kind, register, at, operand, comparand);
    }

    /// <summary>A branch on what was read before; a write if nothing was.</summary>
    private Statement Branch(Place word)
    {
        if (_numbers.Count == 0)
        {
            return Write(word);
        }

        Expression register = new Expression.Register(One([.. _numbers]));
        Expression condition = new Expression.Binary(
            register, One(Operator.Equal, Operator.Equal, Operator.NotEqual, Operator.Less), Number(One(1, 1, 2)));
        Statement.Write then = new(word, Mode(), Number(One(1, 2)));
        Statement.Write other = Chance(0.3) ? then : then with { Value = Number(One(1, 2)) };
        return random.Next(10) switch
        {
            < 5 => new Statement.If(condition, [then], []),
            < 8 => new Statement.If(condition, [then], [other]),
            < 9 => new Statement.If(
                condition, [new Statement.Barrier(One(BarrierKind.Full, BarrierKind.Write)), then], []),
            _ => new Statement.If(condition, [new Statement.Stop()], []),
        };
    }

    /// <summary>An update of any order as often as not.</summary>
    public Statement OrUpdate() => Chance(0.5)
        ? Any()
        : Update(Word()) with { Order = One(Enum.GetValues<UpdateOrder>()) };

    private Expression Value()
    {
        if (_numbers.Count == 0 || Chance(0.6))
        {
            return Number(One(1, 2));
        }

        Expression register = new Expression.Register(One([.. _numbers]));
        return Chance(0.8) ? register : new Expression.Binary(register, Operator.Plus, Number(1));
    }
}
