using System.Numerics;
using Atomics;
using Atomics.Programs;

namespace Scenarios.Litmus;

public sealed partial class LitmusScenario
{
    /// <summary>
    /// The test as a perpetual program. It needs two threads, of which one reads from the other, no final values in its
    /// outcome, words that one thread alone stores to, in ascending order, and no addition.
    /// </summary>
    public PerpetualProgram? CreatePerpetual()
    {
        if (_threads.Length != 2 || Observed.Count > 0 || !IsOrdered() || WritersOf() is not int[] writers)
        {
            return null;
        }

        PerpetualActor[] actors = new PerpetualActor[_threads.Length];
        int shift = BitOperations.Log2((uint)_threads.SelectMany(thread => thread).Max(each => each.Value)) + 1;
        SharedWords shared = new();
        nint[] words = [.. _words.Select(word => AddressOf(shared, word))];
        for (int thread = 0; thread < actors.Length; thread++)
        {
            LitmusOperation[] operations = _threads[thread];
            int registers = _registers[thread].Count;
            actors[thread] = new PerpetualActor(
                [.. Enumerable.Range(0, registers).Select(register => writers[WordOf(operations, register)] != thread)],
                (iterations, seen) => Run(operations, words, _access, shift, registers, iterations, seen));
        }

        return new PerpetualProgram(shift, actors, shared);
    }

    private static unsafe nint AddressOf(SharedWords shared, string word) => (nint)shared.Word32(word);

    private static int WordOf(LitmusOperation[] operations, int register) =>
        operations.Last(operation => operation.Register == register).Word;

    /// <summary>The loop of a thread. A store becomes visible late; what is between it and the next load has to be
    /// short.</summary>
    private static unsafe void Run(
        LitmusOperation[] operations,
        nint[] words,
        LitmusAccess access,
        int shift,
        int registers,
        int iterations,
        Span<int> seen)
    {
        bool isVolatile = access == LitmusAccess.Volatile;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            foreach (ref readonly LitmusOperation each in operations.AsSpan())
            {
                int value = (iteration << shift) + each.Value;
                switch (each.Kind)
                {
                    case LitmusOperationKind.Load:
                        ref int word = ref *(int*)words[each.Word];
                        seen[(iteration * registers) + each.Register] =
                            isVolatile ? HardwareMemory.ReadAcquire(ref word) : HardwareMemory.ReadPlain(ref word);
                        break;
                    case LitmusOperationKind.Store when isVolatile:
                        HardwareMemory.WriteRelease(ref *(int*)words[each.Word], value);
                        break;
                    case LitmusOperationKind.Store:
                        HardwareMemory.WritePlain(ref *(int*)words[each.Word], value);
                        break;
                    case LitmusOperationKind.Exchange:
                        HardwareMemory.Exchange(ref *(int*)words[each.Word], value);
                        break;
                    case LitmusOperationKind.Fence:
                        HardwareMemory.FullBarrier();
                        break;
                    default:
                        throw new InvalidOperationException($"no perpetual {each.Kind}");
                }
            }
        }
    }

    /// <summary>Whether each thread's stores to a word are of ascending values, from 1 on, and nothing is
    /// added.</summary>
    private bool IsOrdered() => _threads.All(thread => thread
        .Where(each => each.Kind is not (LitmusOperationKind.Load or LitmusOperationKind.Fence))
        .GroupBy(each => each.Word)
        .All(stores => stores.All(each => each.Kind != LitmusOperationKind.Add && each.Value > 0)
            && stores.Zip(stores.Skip(1)).All(pair => pair.First.Value < pair.Second.Value)));

    /// <summary>Which thread stores to each word; null if two do, none does, or no thread reads from the
    /// other.</summary>
    private int[]? WritersOf()
    {
        int[][] writers =
        [
            .. Enumerable.Range(0, _words.Count).Select(word => Enumerable.Range(0, _threads.Length)
                .Where(thread => _threads[thread].Any(
                    each => each.Word == word && each.Kind != LitmusOperationKind.Load))
                .ToArray()),
        ];
        return writers.All(each => each.Length == 1)
            && _threads.Index().Any(thread => thread.Item.Any(
                each => each.Kind == LitmusOperationKind.Load && writers[each.Word][0] != thread.Index))
            ? [.. writers.Select(each => each[0])]
            : null;
    }
}
