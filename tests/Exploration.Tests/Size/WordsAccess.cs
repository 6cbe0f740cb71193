using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Size;

/// <summary>Volatile reads and writes of words by their number.</summary>
internal sealed record WordsAccess(Func<int, int> Read, Action<int, int> Write)
{
    public static unsafe WordsAccess Of<TMemory>(SharedWords shared, int words) where TMemory : struct, IMemory
    {
        nint[] addresses = [.. Enumerable.Range(0, words).Select(word => (nint)shared.Word32($"w{word}"))];
        return new WordsAccess(
            word => TMemory.ReadAcquire(ref *(int*)addresses[word]),
            (word, value) => TMemory.WriteRelease(ref *(int*)addresses[word], value));
    }

    /// <summary>Writes a word again and again.</summary>
    public void Repeat(int word, int times)
    {
        for (int value = 1; value <= times; value++)
        {
            Write(word, value);
        }
    }
}
