namespace Exploration.Tests.Oracle.Axioms;

/// <summary>A word of a program.</summary>
internal readonly record struct StraightWord(string Name, bool Is32Bit, bool IsData = false)
{
    public override string ToString() => $"{Name} {(Is32Bit ? 32 : 64)} bits{(IsData ? ", data" : "")}";
}
