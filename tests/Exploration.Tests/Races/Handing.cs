using Atomics;

namespace Exploration.Tests.Races;

/// <summary>The store that ends what an actor does with data words.</summary>
internal static class Handing
{
    /// <summary>Stores with release, which is right, or plainly, which orders nothing.</summary>
    public static void Over<TMemory>(ref int word, int value, bool isReleased) where TMemory : struct, IMemory
    {
        if (isReleased)
        {
            TMemory.WriteRelease(ref word, value);
        }
        else
        {
            TMemory.WritePlain(ref word, value);
        }
    }
}
