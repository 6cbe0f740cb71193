using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Oracle.Axioms;

/// <summary>
/// A program without branches, for the explorer; the outcome is all that is returned, and all words at the end.
/// </summary>
internal sealed unsafe class StraightScenario(StraightProgram program) : ModelScenario
{
    public override string Name => "straight-line";

    public override string Description => program.ToString();

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        nint[] addresses = [.. program.Words.Select(word => word.Is32Bit
            ? (nint)(word.IsData ? words.Data32(word.Name) : words.Word32(word.Name))
            : (nint)(word.IsData ? words.Data64(word.Name) : words.Word64(word.Name)))];
        return new ScenarioInstance(
            [.. program.Threads.Select((operations, number) => new Actor(
                $"P{number}",
                [.. operations.Select((_, index) => $"r{index}").Where((_, index) => operations[index].Returns)],
                registers => Perform<TMemory>(operations, addresses, registers)))],
            words.Locations,
            [.. program.Words.Select(word => word.Name)],
            _ => null,
            words);
    }

    private void Perform<TMemory>(StraightOperation[] operations, nint[] addresses, Span<long> registers)
        where TMemory : struct, IRelaxedMemory
    {
        int register = 0;
        foreach (StraightOperation operation in operations)
        {
            nint address = addresses[operation.Word];
            long returned = program.Words[operation.Word].Is32Bit
                ? Perform<TMemory>(operation, ref *(int*)address)
                : Perform<TMemory>(operation, ref *(long*)address);
            if (operation.Returns)
            {
                registers[register++] = returned;
            }
        }
    }

    private static long Perform<TMemory>(in StraightOperation operation, ref int word)
        where TMemory : struct, IRelaxedMemory
    {
        int value = unchecked((int)operation.Value);
        switch (operation.Kind)
        {
            case StraightKind.ReadPlain: return TMemory.ReadPlain(ref word);
            case StraightKind.ReadAcquire: return TMemory.ReadAcquire(ref word);
            case StraightKind.WritePlain: TMemory.WritePlain(ref word, value); return 0;
            case StraightKind.WriteRelease: TMemory.WriteRelease(ref word, value); return 0;
            case StraightKind.Exchange: return TMemory.Exchange(ref word, value);
            case StraightKind.CompareExchange:
                return TMemory.CompareExchange(ref word, value, (int)operation.Comparand);
            case StraightKind.And: return TMemory.And(ref word, value);
            case StraightKind.Or: return TMemory.Or(ref word, value);
            case StraightKind.AddReturn: return TMemory.AddReturn(ref word, value);
            case StraightKind.Add: TMemory.Add(ref word, value); return 0;
            case StraightKind.AddRelaxed: TMemory.AddRelaxed(ref word, value); return 0;
            case StraightKind.AddRelease: TMemory.AddRelease(ref word, value); return 0;
            default: return Fence<TMemory>(operation.Kind);
        }
    }

    private static long Perform<TMemory>(in StraightOperation operation, ref long word)
        where TMemory : struct, IRelaxedMemory
    {
        long value = operation.Value;
        switch (operation.Kind)
        {
            case StraightKind.ReadPlain: return TMemory.ReadPlain(ref word);
            case StraightKind.ReadAcquire: return TMemory.ReadAcquire(ref word);
            case StraightKind.WritePlain: TMemory.WritePlain(ref word, value); return 0;
            case StraightKind.WriteRelease: TMemory.WriteRelease(ref word, value); return 0;
            case StraightKind.Exchange: return TMemory.Exchange(ref word, value);
            case StraightKind.CompareExchange: return TMemory.CompareExchange(ref word, value, operation.Comparand);
            case StraightKind.And: return TMemory.And(ref word, value);
            case StraightKind.Or: return TMemory.Or(ref word, value);
            case StraightKind.AddReturn: return TMemory.AddReturn(ref word, value);
            case StraightKind.Add: TMemory.Add(ref word, value); return 0;
            case StraightKind.AddRelaxed: TMemory.AddRelaxed(ref word, value); return 0;
            case StraightKind.AddRelease: TMemory.AddRelease(ref word, value); return 0;
            default: return Fence<TMemory>(operation.Kind);
        }
    }

    private static long Fence<TMemory>(StraightKind kind) where TMemory : struct, IRelaxedMemory
    {
        switch (kind)
        {
            case StraightKind.ReadBarrier: TMemory.ReadBarrier(); return 0;
            case StraightKind.WriteBarrier: TMemory.WriteBarrier(); return 0;
            case StraightKind.FullBarrier: TMemory.FullBarrier(); return 0;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }
}
