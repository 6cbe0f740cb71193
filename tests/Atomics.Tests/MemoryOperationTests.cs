using CsCheck;

namespace Atomics.Tests;

/// <summary>
/// Every memory that runs on the machine does what its operations' names say, by plain arithmetic as the oracle.
/// </summary>
public sealed class MemoryOperationTests
{
    [Fact]
    public void Hardware_operations_equal_plain_arithmetic() => Operations_equal_plain_arithmetic<HardwareMemory>();

    [Fact]
    public void Perturbed_operations_equal_plain_arithmetic()
    {
        PerturbedMemory.Perturb(seed: 1, hitOneIn: 50);
        Operations_equal_plain_arithmetic<PerturbedMemory>();
        PerturbedMemory.Perturb(seed: 0, hitOneIn: 0);
    }

    private static void Operations_equal_plain_arithmetic<TMemory>()
        where TMemory : struct, IMemory =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Int, Gen.Int, Gen.Bool)
            .Sample((start, operand, start32, operand32, matches) =>
        {
            Assert.Equal(Expected(start, operand, matches ? start : operand, static (a, b) => a + b, static (a, b) =>
                a & b, static (a, b) => a | b), Run64<TMemory>(start, operand, matches ? start : operand));
            Assert.Equal(Expected(start32, operand32, matches ? start32 : operand32, static (a, b) => a + b,
                static (a, b) => a & b, static (a, b) => a | b),
                Run32<TMemory>(start32, operand32, matches ? start32 : operand32));
        }, iter: 500, threads: 1);

    // What each operation returns and leaves behind, in turn: read, write, add, add-return, exchange, compare-exchange,
    // and, or.
    private static T[] Expected<T>(T start, T operand, T comparand, Func<T, T, T> add, Func<T, T, T> and,
        Func<T, T, T> or)
        where T : struct, IEquatable<T> =>
    [
        start, start, operand, operand, add(start, operand), add(start, operand), add(start, operand),
        start, operand, start, start.Equals(comparand) ? operand : start, start, and(start, operand), start,
        or(start, operand),
    ];

    private static long[] Run64<TMemory>(long start, long operand, long comparand)
        where TMemory : struct, IMemory
    {
        List<long> seen = [];
        long word = start;
        seen.Add(TMemory.ReadPlain(ref word));
        seen.Add(TMemory.ReadAcquire(ref word));
        TMemory.WritePlain(ref word, operand);
        seen.Add(word);
        word = start;
        TMemory.WriteRelease(ref word, operand);
        seen.Add(word);
        word = start;
        TMemory.Add(ref word, operand);
        seen.Add(word);
        word = start;
        seen.AddRange([TMemory.AddReturn(ref word, operand), word]);
        word = start;
        seen.AddRange([TMemory.Exchange(ref word, operand), word]);
        word = start;
        seen.AddRange([TMemory.CompareExchange(ref word, operand, comparand), word]);
        word = start;
        seen.AddRange([TMemory.And(ref word, operand), word]);
        word = start;
        seen.AddRange([TMemory.Or(ref word, operand), word]);
        return [.. seen];
    }

    private static int[] Run32<TMemory>(int start, int operand, int comparand)
        where TMemory : struct, IMemory
    {
        List<int> seen = [];
        int word = start;
        seen.Add(TMemory.ReadPlain(ref word));
        seen.Add(TMemory.ReadAcquire(ref word));
        TMemory.WritePlain(ref word, operand);
        seen.Add(word);
        word = start;
        TMemory.WriteRelease(ref word, operand);
        seen.Add(word);
        word = start;
        TMemory.Add(ref word, operand);
        seen.Add(word);
        word = start;
        seen.AddRange([TMemory.AddReturn(ref word, operand), word]);
        word = start;
        seen.AddRange([TMemory.Exchange(ref word, operand), word]);
        word = start;
        seen.AddRange([TMemory.CompareExchange(ref word, operand, comparand), word]);
        word = start;
        seen.AddRange([TMemory.And(ref word, operand), word]);
        word = start;
        seen.AddRange([TMemory.Or(ref word, operand), word]);
        return [.. seen];
    }
}
