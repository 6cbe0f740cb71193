using Atomics;

namespace Scenarios.Litmus;

/// <summary>One operation of a litmus test.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Word">Index of the shared word; -1 for a fence.</param>
/// <param name="Value">What is stored, exchanged or added.</param>
/// <param name="Register">Index of the register that a load fills; else -1.</param>
internal readonly record struct LitmusOperation(LitmusOperationKind Kind, int Word, int Value, int Register)
{
    /// <summary>Performs it.</summary>
    public unsafe void Run<TMemory>(int*[] words, LitmusAccess access, Span<long> registers)
        where TMemory : struct, IMemory
    {
        bool isVolatile = access == LitmusAccess.Volatile;
        switch (Kind)
        {
            case LitmusOperationKind.Load:
                registers[Register] = isVolatile
                    ? TMemory.ReadAcquire(ref *words[Word])
                    : TMemory.ReadPlain(ref *words[Word]);
                break;
            case LitmusOperationKind.Store when isVolatile:
                TMemory.WriteRelease(ref *words[Word], Value);
                break;
            case LitmusOperationKind.Store:
                TMemory.WritePlain(ref *words[Word], Value);
                break;
            case LitmusOperationKind.Exchange:
                TMemory.Exchange(ref *words[Word], Value);
                break;
            case LitmusOperationKind.Add:
                TMemory.Add(ref *words[Word], Value);
                break;
            default:
                TMemory.FullBarrier();
                break;
        }
    }
}
