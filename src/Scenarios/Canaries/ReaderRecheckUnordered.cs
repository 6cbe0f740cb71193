using Atomics;
using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-recheck-unordered</c>: plain reads and no barrier before the recheck, which may then happen first.</summary>
public readonly struct ReaderRecheckUnordered : ISnapshotReadVariant<BarrierRead>
{
    /// <summary>The step replaced: the barrier is missing.</summary>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory => TMemory.ReadPlain(ref sequence) != word;
}
