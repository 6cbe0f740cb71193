using System.Text.RegularExpressions;

namespace EmittedCode;

/// <summary>One instruction of a listing.</summary>
/// <param name="Offset">Bytes from the method's start.</param>
/// <param name="Group">Number of its instruction group, which is entered at its beginning only.</param>
/// <param name="Text">Mnemonic and operands, with single spaces.</param>
public sealed partial record Instruction(int Offset, int Group, string Text)
{
    /// <summary>Whether it has an operand in memory that is not on the stack.</summary>
    public bool TouchesMemory => Memory().IsMatch(Text) && !Address().IsMatch(Text);

    /// <summary>Whether it orders other accesses on its machine, beyond what a plain access does.</summary>
    public bool Orders => Ordering().IsMatch(Text);

    [GeneratedRegex(@"\[(?!rsp|rbp|sp|fp)[^\]]*\]")]
    private static partial Regex Memory();

    /// <summary>What only computes an address, or jumps to one.</summary>
    [GeneratedRegex("^(lea|call|jmp) ")]
    private static partial Regex Address();

    [GeneratedRegex("^(lock |xchg .*\\[|mfence|lfence|ldapr|ldar|ldaxr|stlr|stlxr|dmb|cas|swp|ldadd|ldclr|ldset)")]
    private static partial Regex Ordering();
}
