using Exploration.Actors;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Models;

/// <summary>Runs a thread of a program in the notation of the tables, as the code of an actor.</summary>
internal sealed class NotatedRun(Words words, string[] names)
{
    /// <summary>The register that says that the thread went through null.</summary>
    public const string Threw = "throw";

    /// <summary>What a register holds that was not set.</summary>
    public const long Unset = long.MinValue;

    private readonly Dictionary<string, (Value Value, int ReadBy)> _registers = [];

    public void Run(Statement[] statements, Span<long> registers)
    {
        registers[^1] = TryRun(statements) is null ? 1 : 0;
        for (int index = 0; index < names.Length; index++)
        {
            registers[index] = _registers.TryGetValue(names[index], out (Value Value, int) held) ? words.Encode(held.Value) : Unset;
        }
    }

    /// <summary>Runs statements: true if the thread goes on, false if it has stopped, null if it has thrown.</summary>
    private bool? TryRun(Statement[] statements)
    {
        foreach (Statement statement in statements)
        {
            bool? goesOn = TryRun(statement);
            if (goesOn != true)
            {
                return goesOn;
            }
        }

        return true;
    }

    private bool? TryRun(Statement statement)
    {
        switch (statement)
        {
            case Statement.Stop:
                return false;
            case Statement.Barrier barrier:
                ActorRunner.Current.Fence(OrderingOf(barrier.Kind));
                return true;
            case Statement.Let let:
                _registers[let.Register] = (Evaluate(let.Value), let.Value is Expression.Register from ? ReadBy(from.Name) : -1);
                return true;
            case Statement.If branch:
                return TryRun(Evaluate(branch.Condition).IsTrue ? branch.Then : branch.Else);
            case Statement.Write write:
                return TryAccess(write.To, OperationKind.Write, Release(write.Mode), words.Encode(Evaluate(write.Value))) is null ? null : true;
            case Statement.Unlock exit:
                return TryAccess(exit.At, OperationKind.Write, Ordering.Release) is null ? null : true;
            case Statement.Read read:
                return TryRead(read.From, read.Mode, read.Register);
            case Statement.Until until:
                return TryWait(() => TryRead(until.From, until.Mode, until.Register) is null ? null : Evaluate(until.Condition).IsTrue);
            case Statement.Lock enter:
                return TryWait(() => TryAccess(enter.At, OperationKind.CompareExchange, Ordering.Acquire, 1) is long old ? old == 0 : null);
            case Statement.Update update:
                return TryUpdate(update);
            default:
                throw new InvalidOperationException($"The scenario does not know {statement}.");
        }
    }

    private static bool? TryWait(Func<bool?> turn)
    {
        bool? succeeds = turn();
        while (succeeds == false)
        {
            ActorRunner.Current.Pause();
            succeeds = turn();
        }

        return succeeds;
    }

    private bool? TryRead(Place from, AccessMode mode, string register)
    {
        if (TryAccess(from, OperationKind.Read, mode == AccessMode.Volatile ? Ordering.Acquire : Ordering.Plain) is not long value)
        {
            return null;
        }

        _registers[register] = (words.Decode(value), ActorRunner.Current.LastOperation);
        return true;
    }

    private bool? TryUpdate(Statement.Update update)
    {
        OperationKind kind = update.Kind switch
        {
            UpdateKind.Exchange => OperationKind.Exchange,
            UpdateKind.CompareExchange => OperationKind.CompareExchange,
            UpdateKind.Add => update.Register is null ? OperationKind.BlindAdd : OperationKind.AddReturn,
            _ => throw new InvalidOperationException($"{update.Kind} is no operation."),
        };
        long comparand = update.Comparand is null ? 0 : words.Encode(Evaluate(update.Comparand));
        if (TryAccess(update.At, kind, Ordering.Full, words.Encode(Evaluate(update.Operand)), comparand) is not long old)
        {
            return null;
        }

        if (update.Register is not null)
        {
            _registers[update.Register] = (words.Decode(old), ActorRunner.Current.LastOperation);
        }

        return true;
    }

    /// <summary>An access; null if its place goes through null or a number, or if there is no such word.</summary>
    private long? TryAccess(Place place, OperationKind kind, Ordering ordering, long operand = 0, long comparand = 0)
    {
        (Location? location, int through) = Resolve(place);
        int index = location is null ? -1 : words.IndexOf(location.Value);
        return index < 0 ? null : ActorRunner.Current.Access(index, kind, ordering, operand, comparand, through);
    }

    private (Location? Location, int Through) Resolve(Place place) => place switch
    {
        Place.Word word => (Location.Word(word.Name), -1),
        Place.Field field => (Base(field.Base) is string owner ? Location.Field(owner, field.Name) : null, ReadBy(field.Base)),
        Place.Element element when Names.IsWord(element.Base) => (Location.Element(element.Base, Evaluate(element.Index)), -1),
        Place.Element element =>
            (Base(element.Base) is string array ? Location.Element(array, Evaluate(element.Index)) : null, ReadBy(element.Base)),
        _ => throw new InvalidOperationException($"{place} is no place."),
    };

    private string? Base(string name) =>
        Names.IsRegister(name) ? _registers.GetValueOrDefault(name).Value.Object : name;

    private int ReadBy(string name) => _registers.TryGetValue(name, out (Value, int ReadBy) held) ? held.ReadBy : -1;

    private Value Evaluate(Expression expression) =>
        expression.Evaluate(name => _registers.GetValueOrDefault(name).Value);

    private static Ordering Release(AccessMode mode) => mode == AccessMode.Volatile ? Ordering.Release : Ordering.Plain;

    private static Ordering OrderingOf(BarrierKind kind) => kind switch
    {
        BarrierKind.Full => Ordering.Full,
        BarrierKind.Read => Ordering.Acquire,
        BarrierKind.Write => Ordering.Release,
        _ => throw new InvalidOperationException($"{kind} is no barrier."),
    };
}
