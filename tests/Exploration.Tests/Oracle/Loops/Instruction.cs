namespace Exploration.Tests.Oracle.Loops;

/// <summary>One instruction: which of the operands count depends on its kind.</summary>
internal sealed record Instruction(InstructionKind Kind)
{
    public Statement.Access? Access { get; init; }

    public Condition Condition { get; init; }

    public int Slot { get; init; }

    /// <summary>What a slot is set to, or the bound of a count.</summary>
    public Operand Value { get; init; }

    /// <summary>Where a jump goes.</summary>
    public int Destination { get; init; }
}
