using Tracker.AddressSpaces;

namespace Runs.Worlds;

/// <summary>The ledger's number of each MM, found by whoever holds a reference on it.</summary>
/// <param name="capacity">MMs of the arena.</param>
public sealed class MmNumbers(int capacity)
{
    private readonly long[] _serials = new long[capacity];
    private readonly int[] _numbers = new int[capacity];

    /// <summary>Notes the number of an MM, once, by its maker.</summary>
    public void Set(AddressSpace mm, int number)
    {
        _numbers[mm.Index] = number;

        // Release: whoever finds the serial finds its number.
        Volatile.Write(ref _serials[mm.Index], mm.Serial);
    }

    /// <summary>The number of an MM on which the caller holds a reference.</summary>
    public int Find(AddressSpace mm)
    {
        // An MM can be referenced a few instructions before its maker gets to note its number. Serials begin at 1.
        while (Volatile.Read(ref _serials[mm.Index]) != mm.Serial)
        {
            Thread.Yield();
        }

        return _numbers[mm.Index];
    }
}
