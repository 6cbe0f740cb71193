namespace Exploration.Tests.Oracle.Loops;

/// <summary>
/// Flat code of one actor. Nothing of it waits: a pause is no instruction, and an exception or a break is a jump,
/// through copies of the finally blocks on its way.
/// </summary>
internal sealed class MachineCode
{
    private readonly List<Instruction> _instructions = [];

    public MachineCode(Statement[] body, int locals)
    {
        Slots = locals;
        Translate(body, new Scope(
            () => _instructions.Add(new Instruction(InstructionKind.Throw)),
            () => throw new InvalidOperationException("A break is outside of any loop.")));
        _instructions.Add(new Instruction(InstructionKind.Finish));
    }

    /// <summary>Locals, then the counters of the loops.</summary>
    public int Slots { get; private set; }

    public IReadOnlyList<Instruction> Instructions => _instructions;

    private int Here => _instructions.Count;

    private void Translate(Statement[] statements, Scope scope)
    {
        foreach (Statement statement in statements)
        {
            Translate(statement, scope);
        }
    }

    private void Translate(Statement statement, Scope scope)
    {
        switch (statement)
        {
            case Statement.Access access:
                _instructions.Add(new Instruction(InstructionKind.Access) { Access = access });
                break;
            case Statement.Barrier { Kind: BarrierKind.Full }:
                _instructions.Add(new Instruction(InstructionKind.Drain));
                break;
            case Statement.Set set:
                _instructions.Add(new Instruction(InstructionKind.Set) { Slot = set.Target, Value = set.Value });
                break;
            case Statement.Count count:
                Count(count.Target, Statement.MostCounted);
                break;
            case Statement.If choice:
                int otherwise = Reserve();
                Translate(choice.Then, scope);
                int end = Reserve();
                JumpUnless(otherwise, choice.Condition);
                Translate(choice.Else, scope);
                Jump(end, Here);
                break;
            case Statement.Loop loop:
                Translate(loop, scope);
                break;
            case Statement.BreakIf leave:
                int stay = Reserve();
                scope.Break();
                JumpUnless(stay, leave.Condition);
                break;
            case Statement.Throw:
                scope.Throw();
                break;
            case Statement.Try attempt:
                Translate(attempt, scope);
                break;
            case Statement.Pause or Statement.Barrier:
                // Neither means anything to a machine whose stores and loads are in order but for the buffer.
                break;
            default:
                throw new NotSupportedException($"{statement}");
        }
    }

    private void Translate(Statement.Loop loop, Scope scope)
    {
        int counter = loop.Turns is null ? -1 : Slots++;
        List<int> exits = [];
        ResetCounter();
        int start = Here;
        if (loop.Turns is int turns)
        {
            int enough = Reserve();
            exits.Add(Reserve());
            JumpUnless(enough, Condition.Equal(counter, turns));
        }

        Translate(loop.Body, new Scope(scope.Throw, () => exits.Add(Reserve())));
        if (loop.Turns is int bound)
        {
            Count(counter, bound);
        }

        Jump(Reserve(), start);
        exits.ForEach(exit => Jump(exit, Here));

        // Again, so that states do not differ by counters that no longer count.
        ResetCounter();

        void ResetCounter()
        {
            if (counter >= 0)
            {
                _instructions.Add(new Instruction(InstructionKind.Set) { Slot = counter });
            }
        }
    }

    private void Translate(Statement.Try attempt, Scope scope)
    {
        Scope guarded = new(() => LeaveBy(scope.Throw), () => LeaveBy(scope.Break));
        List<int> thrown = [];
        bool catches = attempt.Catch != CatchKind.Nothing;
        Translate(attempt.Body, catches ? guarded with { Throw = () => thrown.Add(Reserve()) } : guarded);
        if (catches)
        {
            int end = Reserve();
            thrown.ForEach(jump => Jump(jump, Here));
            Translate(attempt.Handler, guarded);
            Jump(end, Here);
        }

        Translate(attempt.Finally, scope);

        void LeaveBy(Action exit)
        {
            Translate(attempt.Finally, scope);
            exit();
        }
    }

    private int Reserve()
    {
        _instructions.Add(new Instruction(InstructionKind.Jump));
        return Here - 1;
    }

    private void Jump(int reserved, int destination) =>
        _instructions[reserved] = new Instruction(InstructionKind.Jump) { Destination = destination };

    private void JumpUnless(int reserved, Condition condition) => _instructions[reserved] =
        new Instruction(InstructionKind.JumpUnless) { Condition = condition, Destination = Here };

    private void Count(int slot, int bound) =>
        _instructions.Add(new Instruction(InstructionKind.Count) { Slot = slot, Value = bound });

    /// <summary>How a throw and a break leave the statements at hand.</summary>
    private sealed record Scope(Action Throw, Action Break);
}
