using Atomics;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>Runs statements over the memory parameter, with the exceptions and finally blocks of C#.</summary>
internal sealed unsafe class LoopInterpreter<TMemory>(LoopWord[] declared, nint[] words)
    where TMemory : struct, IMemory
{
    /// <summary>Runs some statements.</summary>
    /// <returns>Whether a break is on its way out.</returns>
    public bool Execute(Statement[] statements, Span<long> locals)
    {
        foreach (Statement statement in statements)
        {
            if (Execute(statement, locals))
            {
                return true;
            }
        }

        return false;
    }

    private bool Execute(Statement statement, Span<long> locals)
    {
        switch (statement)
        {
            case Statement.Access access:
                long returned = Access(access, Value(access.Operand, locals));
                if (access.Target >= 0)
                {
                    locals[access.Target] = returned;
                }

                return false;
            case Statement.Barrier barrier:
                Execute(barrier.Kind);
                return false;
            case Statement.Set set:
                locals[set.Target] = Value(set.Value, locals);
                return false;
            case Statement.Count count:
                locals[count.Target] = Math.Min(locals[count.Target] + 1, Statement.MostCounted);
                return false;
            case Statement.Pause pause:
                for (long times = Value(pause.Times, locals); times > 0; times--)
                {
                    TMemory.Pause();
                }

                return false;
            case Statement.If choice:
                return Execute(Holds(choice.Condition, locals) ? choice.Then : choice.Else, locals);
            case Statement.Loop loop:
                for (int turn = 0; loop.Turns is null || turn < loop.Turns; turn++)
                {
                    if (Execute(loop.Body, locals))
                    {
                        break;
                    }
                }

                return false;
            case Statement.BreakIf leave:
                return Holds(leave.Condition, locals);
            case Statement.Throw:
                throw new InvalidOperationException("thrown");
            case Statement.Try attempt:
                return Execute(attempt, locals);
            default:
                throw new NotSupportedException($"{statement}");
        }
    }

    private bool Execute(Statement.Try attempt, Span<long> locals)
    {
        try
        {
            return Execute(attempt.Body, locals);
        }
        catch (Exception thrown) when (attempt.Catch == CatchKind.Any
            || (attempt.Catch == CatchKind.Own && thrown is InvalidOperationException))
        {
            return Execute(attempt.Handler, locals);
        }
        finally
        {
            Execute(attempt.Finally, locals);
        }
    }

    private static void Execute(BarrierKind barrier)
    {
        switch (barrier)
        {
            case BarrierKind.Read:
                TMemory.ReadBarrier();
                break;
            case BarrierKind.Write:
                TMemory.WriteBarrier();
                break;
            case BarrierKind.Full:
                TMemory.FullBarrier();
                break;
            default:
                throw new NotSupportedException($"{barrier}");
        }
    }

    private long Access(Statement.Access access, long operand) => declared[access.Word].IsWide
        ? Access(ref *(long*)words[access.Word], access, operand)
        : Access(ref *(int*)words[access.Word], access, (int)operand);

    private static long Access(ref long word, Statement.Access access, long operand)
    {
        switch (access.Kind)
        {
            case AccessKind.ReadPlain:
                return TMemory.ReadPlain(ref word);
            case AccessKind.ReadAcquire:
                return TMemory.ReadAcquire(ref word);
            case AccessKind.WritePlain:
                TMemory.WritePlain(ref word, operand);
                return 0;
            case AccessKind.WriteRelease:
                TMemory.WriteRelease(ref word, operand);
                return 0;
            case AccessKind.Add:
                TMemory.Add(ref word, operand);
                return 0;
            case AccessKind.AddReturn:
                return TMemory.AddReturn(ref word, operand);
            case AccessKind.Exchange:
                return TMemory.Exchange(ref word, operand);
            case AccessKind.CompareExchange:
                return TMemory.CompareExchange(ref word, operand, access.Comparand);
            case AccessKind.And:
                return TMemory.And(ref word, operand);
            case AccessKind.Or:
                return TMemory.Or(ref word, operand);
            default:
                throw new NotSupportedException($"{access}");
        }
    }

    private static long Access(ref int word, Statement.Access access, int operand)
    {
        switch (access.Kind)
        {
            case AccessKind.ReadPlain:
                return TMemory.ReadPlain(ref word);
            case AccessKind.ReadAcquire:
                return TMemory.ReadAcquire(ref word);
            case AccessKind.WritePlain:
                TMemory.WritePlain(ref word, operand);
                return 0;
            case AccessKind.WriteRelease:
                TMemory.WriteRelease(ref word, operand);
                return 0;
            case AccessKind.Add:
                TMemory.Add(ref word, operand);
                return 0;
            case AccessKind.AddReturn:
                return TMemory.AddReturn(ref word, operand);
            case AccessKind.Exchange:
                return TMemory.Exchange(ref word, operand);
            case AccessKind.CompareExchange:
                return TMemory.CompareExchange(ref word, operand, access.Comparand);
            case AccessKind.And:
                return TMemory.And(ref word, operand);
            case AccessKind.Or:
                return TMemory.Or(ref word, operand);
            default:
                throw new NotSupportedException($"{access}");
        }
    }

    private static bool Holds(Condition condition, Span<long> locals) =>
        locals[condition.Local] == Value(condition.Value, locals) == condition.IsEqual;

    private static long Value(Operand operand, Span<long> locals) =>
        operand.IsLocal ? locals[operand.Local] : operand.Constant;
}
