namespace Exploration.Tests.Oracle.Loops;

/// <summary>Compares a local.</summary>
internal readonly record struct Condition(int Local, bool IsEqual, Operand Value)
{
    public static Condition Equal(int local, Operand value) => new(local, true, value);

    public static Condition NotEqual(int local, Operand value) => new(local, false, value);

    public override string ToString() => $"{Operand.NameOf(Local)} {(IsEqual ? "==" : "!=")} {Value}";
}
