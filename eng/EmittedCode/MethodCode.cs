namespace EmittedCode;

/// <summary>What the JIT made of one method.</summary>
/// <param name="Name">Its name as the listing has it.</param>
/// <param name="Instructions">Its instructions in the order of their addresses.</param>
public sealed record MethodCode(string Name, IReadOnlyList<Instruction> Instructions);
