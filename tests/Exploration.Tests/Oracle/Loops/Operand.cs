namespace Exploration.Tests.Oracle.Loops;

/// <summary>A constant, or a local by its index.</summary>
internal readonly record struct Operand(int Constant, int Local = -1)
{
    public bool IsLocal => Local >= 0;

    public static implicit operator Operand(int constant) => new(constant);

    public static Operand Of(int local) => new(0, local);

    public static string NameOf(int local) => $"{(char)('a' + local)}";

    public override string ToString() => IsLocal ? NameOf(Local) : $"{Constant}";
}
