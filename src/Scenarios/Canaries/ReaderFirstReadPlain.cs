using Atomics;
using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-first-read-plain</c>: the first read of the sequence does not keep the others behind it.</summary>
public readonly struct ReaderFirstReadPlain : ISnapshotReadVariant<BarrierRead>
{
    /// <summary>The step replaced: plain instead of acquire.</summary>
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory => TMemory.ReadPlain(ref sequence);
}
