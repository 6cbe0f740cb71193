using Atomics;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-first-read-plain</c> in protocol <c>two-word</c>: the first read of the number keeps nothing behind it.</summary>
public readonly struct TwoWordFirstReadPlain : ISnapshotReadVariant<TwoWordBarrierRead>
{
    /// <summary>The step replaced: plain instead of acquire.</summary>
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
        SequenceHalves.Compose(lower: 0, TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)));
}
