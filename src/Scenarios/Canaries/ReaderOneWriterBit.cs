using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-one-writer-bit</c>: the reader tests bit 0 alone, so two writers look idle.</summary>
/// <typeparam name="TRead">The correct reader of the protocol.</typeparam>
public readonly struct ReaderOneWriterBit<TRead> : ISnapshotReadVariant<TRead>
    where TRead : struct, ISnapshotRead
{
    /// <summary>The step replaced: an even number of writers passes as none.</summary>
    public static bool IsIdle(long word, long writersMask) => (word & 1) == 0;
}
