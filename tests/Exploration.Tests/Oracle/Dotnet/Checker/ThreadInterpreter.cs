using Exploration.Actors;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Checker;

/// <summary>Runs the statements of a thread as the code of an actor of the checker.</summary>
internal sealed class ThreadInterpreter(WordTable words)
{
    private readonly Dictionary<string, CheckedRegister> _registers = [];

    private static ActorRunner Runner => ActorRunner.Current;

    /// <summary>Runs a thread to its end.</summary>
    /// <param name="statements">The thread.</param>
    /// <param name="names">Its registers, in the order of <paramref name="registers"/>.</param>
    /// <param name="registers">Gets what they hold; the last one says whether the thread went through null.</param>
    public static void Run(WordTable words, Statement[] statements, IReadOnlyList<string> names, Span<long> registers)
    {
        ThreadInterpreter interpreter = new(words);
        RunEnd end = interpreter.Execute(statements);
        for (int register = 0; register < names.Count; register++)
        {
            registers[register] = interpreter._registers.TryGetValue(names[register], out CheckedRegister held)
                ? words.Encode(held.Value)
                : WordTable.Unset;
        }

        registers[names.Count] = end == RunEnd.Threw ? 1 : 0;
    }

    private enum RunEnd
    {
        GoesOn,
        Stopped,
        Threw,
    }

    private RunEnd Execute(Statement[] statements)
    {
        foreach (Statement statement in statements)
        {
            RunEnd end = Execute(statement);
            if (end != RunEnd.GoesOn)
            {
                return end;
            }
        }

        return RunEnd.GoesOn;
    }

    private RunEnd Execute(Statement statement)
    {
        switch (statement)
        {
            case Statement.Barrier barrier:
                Runner.Fence(OrderingOf(barrier.Kind));
                return RunEnd.GoesOn;
            case Statement.Stop:
                return RunEnd.Stopped;
            case Statement.Let let:
                _registers[let.Register] = Evaluate(let.Value);
                return RunEnd.GoesOn;
            case Statement.If branch:
                return Execute(Evaluate(branch.Condition).Value.IsTrue ? branch.Then : branch.Else);
            case Statement.Write write:
                long written = words.Encode(Evaluate(write.Value).Value);
                return At(write.To, (location, through) =>
                    Runner.Access(
                        location, OperationKind.Write, OrderingOf(write.Mode, Ordering.Release), written, 0, through));
            case Statement.Unlock exit:
                return At(exit.At, (location, through) =>
                    Runner.Access(location, OperationKind.Write, Ordering.Release, 0, 0, through));
            case Statement.Read read:
                return At(read.From, (location, through) => Read(read.Register, read.Mode, location, through));
            case Statement.Until until:
                return At(until.From, (location, through) => Wait(until, location, through));
            case Statement.Lock enter:
                return At(enter.At, Enter);
            case Statement.Update update:
                return At(update.At, (location, through) => Update(update, location, through));
            default:
                throw new InvalidOperationException($"The checker does not know {statement}.");
        }
    }

    private void Read(string register, AccessMode mode, int location, int through)
    {
        long value = Runner.Access(location, OperationKind.Read, OrderingOf(mode, Ordering.Acquire), through: through);
        _registers[register] = new CheckedRegister(words.Decode(value), Runner.LastOperation);
    }

    private void Wait(Statement.Until until, int location, int through)
    {
        for (Read(until.Register, until.Mode, location, through); !Evaluate(until.Condition).Value.IsTrue;
            Read(until.Register, until.Mode, location, through))
        {
            Runner.Pause();
        }
    }

    private static void Enter(int location, int through)
    {
        while (Runner.Access(location, OperationKind.CompareExchange, Ordering.Acquire, 1, 0, through) != 0)
        {
            Runner.Pause();
        }
    }

    private void Update(Statement.Update update, int location, int through)
    {
        OperationKind kind = update.Kind switch
        {
            UpdateKind.Exchange => OperationKind.Exchange,
            // There is no add that acquires and returns nothing.
            UpdateKind.Add when update.Register is null && update.Order != UpdateOrder.Acquire =>
                OperationKind.BlindAdd,
            UpdateKind.Add => OperationKind.AddReturn,
            UpdateKind.CompareExchange => OperationKind.CompareExchange,
            _ => throw new ArgumentOutOfRangeException(nameof(update), update, null),
        };
        long operand = words.Encode(Evaluate(update.Operand).Value);
        long comparand = update.Comparand is null ? 0 : words.Encode(Evaluate(update.Comparand).Value);
        long old = Runner.Access(location, kind, OrderingOf(update.Order), operand, comparand, through);
        if (update.Register is not null)
        {
            _registers[update.Register] = new CheckedRegister(words.Decode(old), Runner.LastOperation);
        }
    }

    /// <summary>Does something at a place, unless the way there goes through null.</summary>
    private RunEnd At(Place place, Action<int, int> access)
    {
        (string Text, int Through)? found = place switch
        {
            Place.Word word => (word.Name, -1),
            Place.Field field => Base(field.Base) is { } owner ? ($"{owner.Value}.{field.Name}", owner.Read) : null,
            Place.Element element when Names.IsWord(element.Base) => ($"{element.Base}[{Index(element)}]", -1),
            Place.Element element => Base(element.Base) is { } array
                ? ($"{array.Value}[{Index(element)}]", array.Read)
                : null,
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
        };
        if (found is not { } target)
        {
            return RunEnd.Threw;
        }

        access(words.IndexOf(target.Text), target.Through);
        return RunEnd.GoesOn;
    }

    private Value Index(Place.Element element) => Evaluate(element.Index).Value;

    private CheckedRegister? Base(string name)
    {
        CheckedRegister found = Names.IsRegister(name)
            ? _registers.GetValueOrDefault(name, new CheckedRegister(default, -1))
            : new CheckedRegister(Value.Parse(name), -1);
        return found.Value.IsObject ? found : null;
    }

    /// <summary>What an expression gives; it is still what a read gave only if it is that register alone.</summary>
    private CheckedRegister Evaluate(Expression expression) => expression is Expression.Register register
        ? _registers.GetValueOrDefault(register.Name, new CheckedRegister(default, -1))
        : new CheckedRegister(expression.Evaluate(name => _registers.GetValueOrDefault(name).Value), -1);

    private static Ordering OrderingOf(AccessMode mode, Ordering ordered) => mode switch
    {
        AccessMode.Plain => Ordering.Plain,
        AccessMode.Volatile => ordered,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    private static Ordering OrderingOf(UpdateOrder order) => order switch
    {
        UpdateOrder.Full => Ordering.Full,
        UpdateOrder.Acquire => Ordering.Acquire,
        UpdateOrder.Release => Ordering.Release,
        UpdateOrder.Relaxed => Ordering.Plain,
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
    };

    private static Ordering OrderingOf(BarrierKind kind) => kind switch
    {
        BarrierKind.Full => Ordering.Full,
        BarrierKind.Read => Ordering.Acquire,
        BarrierKind.Write => Ordering.Release,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
