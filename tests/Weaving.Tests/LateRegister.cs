namespace WeavingTests;

/// <summary>A register that shows what it was told one call late.</summary>
public sealed class LateRegister
{
    private int _current;
    private int _next;

    public void Set(int value) => _next = value;

    public int Get()
    {
        int value = _current;
        _current = _next;
        return value;
    }
}
