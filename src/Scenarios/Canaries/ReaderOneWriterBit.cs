using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-one-writer-bit</c>: the reader tests bit 0 alone, so two writers look idle.</summary>
public readonly struct ReaderOneWriterBit : ISnapshotRead
{
    /// <summary>The step replaced: an even number of writers passes as none.</summary>
    public static bool IsIdle(long word, long writersMask) => (word & 1) == 0;
}
