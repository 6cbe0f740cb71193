namespace WeavingTests;

/// <summary>A register without a lock: right, and the specification of others.</summary>
public sealed class Register
{
    private int _value;

    public void Set(int value) => Volatile.Write(ref _value, value);

    public int Get() => Volatile.Read(ref _value);
}
