using Weaving.Linearizability;

namespace WeavingTests;

/// <summary>Holds one number.</summary>
internal sealed class OneSlot
{
    private int _value;

    [Operation]
    public bool Put(int value) => Interlocked.CompareExchange(ref _value, value, 0) == 0;

    [Operation]
    public bool TryTake(out int value) => (value = Interlocked.Exchange(ref _value, 0)) != 0;

    public void Clear() => _value = 0;
}

/// <summary>The same by one thread.</summary>
internal sealed class OneSlotSpec
{
    private int _value;

    public bool Put(int value)
    {
        if (_value != 0)
        {
            return false;
        }

        _value = value;
        return true;
    }

    public bool TryTake(out int value)
    {
        value = _value;
        _value = 0;
        return value != 0;
    }
}
