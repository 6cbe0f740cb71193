using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Races;

/// <summary>
/// A data word, a flag and a word elsewhere, with the operations that a test needs, for actors given as code.
/// </summary>
internal sealed class CodeWords
{
    public required Action<int> WriteData { get; init; }

    public required Func<int> ReadData { get; init; }

    public required Action<int> WriteFlag { get; init; }

    public required Action<int> ReleaseFlag { get; init; }

    public required Func<int> ReadFlag { get; init; }

    public required Func<int> AcquireFlag { get; init; }

    public required Action<int> AddToFlag { get; init; }

    public required Action<int> AddRelaxedToFlag { get; init; }

    public required Action<int> AddReleaseToFlag { get; init; }

    /// <summary>Exchanges the flag and throws the old value away.</summary>
    public required Action<int> ExchangeFlag { get; init; }

    /// <summary>Reads the flag by a compare-and-swap that fails.</summary>
    public required Func<int> FailOnFlag { get; init; }

    /// <summary>A compare-and-swap of the word elsewhere that fails: no more than a fence.</summary>
    public required Action FailElsewhere { get; init; }

    /// <summary>An add to the word elsewhere whose result nobody uses.</summary>
    public required Action AddElsewhere { get; init; }

    public required Action ReadBarrier { get; init; }

    public required Action WriteBarrier { get; init; }

    public required Action FullBarrier { get; init; }

    public required Action Pause { get; init; }

    public static unsafe CodeWords Of<TMemory>(SharedWords words) where TMemory : struct, IRelaxedMemory
    {
        int* data = words.Data32("data");
        int* flag = words.Word32("flag");
        int* elsewhere = words.Word32("elsewhere");
        return new CodeWords
        {
            WriteData = value => TMemory.WritePlain(ref *data, value),
            ReadData = () => TMemory.ReadPlain(ref *data),
            WriteFlag = value => TMemory.WritePlain(ref *flag, value),
            ReleaseFlag = value => TMemory.WriteRelease(ref *flag, value),
            ReadFlag = () => TMemory.ReadPlain(ref *flag),
            AcquireFlag = () => TMemory.ReadAcquire(ref *flag),
            AddToFlag = delta => TMemory.Add(ref *flag, delta),
            AddRelaxedToFlag = delta => TMemory.AddRelaxed(ref *flag, delta),
            AddReleaseToFlag = delta => TMemory.AddRelease(ref *flag, delta),
            ExchangeFlag = value => TMemory.Exchange(ref *flag, value),
            FailOnFlag = () => TMemory.CompareExchange(ref *flag, 0, -1),
            FailElsewhere = () => TMemory.CompareExchange(ref *elsewhere, 0, -1),
            AddElsewhere = () => TMemory.Add(ref *elsewhere, 1),
            ReadBarrier = TMemory.ReadBarrier,
            WriteBarrier = TMemory.WriteBarrier,
            FullBarrier = TMemory.FullBarrier,
            Pause = TMemory.Pause,
        };
    }
}
