using System.Collections.Immutable;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>Runs a thread in every way that the values of its reads let it run.</summary>
internal sealed class TraceRunner
{
    private readonly Func<Location, Value?, IEnumerable<Value>> _readable;
    private readonly List<Trace> _traces = [];

    private TraceRunner(Func<Location, Value?, IEnumerable<Value>> readable) => _readable = readable;

    /// <summary>The runs of a thread.</summary>
    /// <param name="thread">Its statements.</param>
    /// <param name="readable">The values that a word may hold, given what the thread itself wrote there last.</param>
    public static Trace[] Run(Statement[] thread, Func<Location, Value?, IEnumerable<Value>> readable)
    {
        TraceRunner runner = new(readable);
        runner.Go(Push(thread, []), ThreadState.Start);
        return [.. runner._traces];
    }

    private void Go(ImmutableStack<Statement> todo, ThreadState state)
    {
        while (!todo.IsEmpty)
        {
            todo = todo.Pop(out Statement statement);
            switch (statement)
            {
                case Statement.Barrier barrier:
                    state = state.AddFence(FenceOf(barrier.Kind));
                    break;
                case Statement.Stop:
                    todo = [];
                    break;
                case Statement.Let let:
                    state = state.Set(let.Register, state.Evaluate(let.Value));
                    break;
                case Statement.If branch:
                    RegisterValue condition = state.Evaluate(branch.Condition);
                    state = state.LookedAt(condition.Reads);
                    todo = Push(condition.Value.IsTrue ? branch.Then : branch.Else, todo);
                    break;
                case Statement.Write write:
                    if (!TryWrite(write.To, write.Mode, state.Evaluate(write.Value), ref state))
                    {
                        return;
                    }

                    break;
                case Statement.Unlock exit:
                    if (!TryWrite(exit.At, AccessMode.Volatile, default, ref state))
                    {
                        return;
                    }

                    break;
                case Statement.Read read:
                    Read(todo, state, read.From, read.Mode, read.Register, condition: null);
                    return;
                case Statement.Until until:
                    Read(todo, state, until.From, until.Mode, until.Register, until.Condition);
                    return;
                case Statement.Lock enter:
                    Enter(todo, state, enter.At);
                    return;
                case Statement.Update update:
                    Update(todo, state, update);
                    return;
                default:
                    throw new InvalidOperationException($"The oracle does not know {statement}.");
            }
        }

        _traces.Add(state.End(TraceEnd.Returned));
    }

    /// <summary>Puts statements before others, the first on top.</summary>
    private static ImmutableStack<Statement> Push(Statement[] statements, ImmutableStack<Statement> rest) =>
        statements.Reverse().Aggregate(rest, (stack, next) => stack.Push(next));

    private bool TryWrite(Place to, AccessMode mode, RegisterValue value, ref ThreadState state)
    {
        if (Resolve(to, state) is not { } access)
        {
            return false;
        }

        state = state.Add(access.Of(EventKind.Write, value.Value, mode) with { Data = value.Reads });
        return true;
    }

    /// <summary>Goes on behind each value of a read that satisfies a condition, if there is one.</summary>
    private void Read(
        ImmutableStack<Statement> todo,
        ThreadState state,
        Place from,
        AccessMode mode,
        string register,
        Expression? condition)
    {
        if (Resolve(from, state) is not { } access)
        {
            return;
        }

        foreach (Value value in Readable(access.Location, state))
        {
            ThreadState after = state.Add(access.Of(EventKind.Read, value, mode))
                .Set(register, new RegisterValue(value, state.Next));
            RegisterValue satisfied =
                condition is null ? new RegisterValue(new Value(1), 0) : after.Evaluate(condition);
            if (satisfied.Value.IsTrue)
            {
                Go(todo, after.LookedAt(satisfied.Reads));
            }
            else
            {
                _traces.Add(after.End(TraceEnd.Blocked));
            }
        }
    }

    /// <summary>Takes a lock: an update that acquires, and no fence.</summary>
    private void Enter(ImmutableStack<Statement> todo, ThreadState state, Place at)
    {
        if (Resolve(at, state) is not { } access)
        {
            return;
        }

        foreach (Value value in Readable(access.Location, state))
        {
            bool isFree = value == default;
            ThreadState read = state.Add(access.Of(EventKind.Read, value, AccessMode.Volatile, isUpdate: isFree));
            if (isFree)
            {
                Go(todo, read.Add(access.Of(EventKind.Write, new Value(1), AccessMode.Plain, isUpdate: true))
                    .LookedAt(state.Next));
            }
            else
            {
                _traces.Add(read.End(TraceEnd.Blocked));
            }
        }
    }

    private void Update(ImmutableStack<Statement> todo, ThreadState state, Statement.Update update)
    {
        if (Resolve(update.At, state) is not { } access)
        {
            return;
        }

        RegisterValue operand = state.Evaluate(update.Operand);
        foreach (Value value in Readable(access.Location, state))
        {
            bool writes = update.Comparand is null || value == state.Evaluate(update.Comparand).Value;
            FenceKind? side = update.Order != UpdateOrder.Full ? null
                : writes ? FenceKind.Interlocked
                : FenceKind.FailedExchange;
            ThreadState fenced = state.AddFence(side);
            ThreadState after = fenced.Add(
                access.Of(EventKind.Read, value, update.Order.ReadMode(), isUpdate: writes));
            RegisterValue old = new(value, fenced.Next);
            if (writes)
            {
                RegisterValue written = update.Kind == UpdateKind.Add
                    ? new RegisterValue(Operator.Plus.Apply(value, operand.Value), operand.Reads | old.Reads)
                    : operand;
                TraceEvent write = access.Of(
                    EventKind.Write, written.Value, update.Order.WriteMode(), isUpdate: true);
                after = after.Add(write with { Data = written.Reads });
            }

            Go(todo, after.AddFence(side).Set(update.Register, old));
        }
    }

    /// <summary>Where an access goes; null after the thread ended because it goes nowhere.</summary>
    private ThreadState.Access? Resolve(Place place, ThreadState state)
    {
        ThreadState.Access? access = state.Resolve(place);
        if (access is null)
        {
            _traces.Add(state.End(TraceEnd.Threw));
        }

        return access;
    }

    private IEnumerable<Value> Readable(Location location, ThreadState state) => _readable(
        location, state.Events.FindLast(each => each.IsWrite && each.Location == location)?.Value);

    private static FenceKind FenceOf(BarrierKind kind) => kind switch
    {
        BarrierKind.Full => FenceKind.Full,
        BarrierKind.Read => FenceKind.Read,
        BarrierKind.Write => FenceKind.Write,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
