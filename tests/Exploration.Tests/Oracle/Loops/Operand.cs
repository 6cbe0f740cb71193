namespace Exploration.Tests.Oracle.Loops;

/// <summary>A constant, or a local by its index; by default the constant 0.</summary>
internal readonly record struct Operand(int Constant)
{
    private readonly int _localFromOne;

    private Operand(int constant, int localFromOne)
        : this(constant) => _localFromOne = localFromOne;

    public bool IsLocal => _localFromOne > 0;

    public int Local => _localFromOne - 1;

    public static implicit operator Operand(int constant) => new(constant);

    public static Operand Of(int local) => new(0, local + 1);

    public static string NameOf(int local) => $"{(char)('a' + local)}";

    public override string ToString() => IsLocal ? NameOf(Local) : $"{Constant}";
}
