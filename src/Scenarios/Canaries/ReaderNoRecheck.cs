using Atomics;
using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-no-recheck</c>: the reader never looks at the sequence again.</summary>
/// <typeparam name="TRead">The correct reader of the protocol.</typeparam>
public readonly struct ReaderNoRecheck<TRead> : ISnapshotReadVariant<TRead>
    where TRead : struct, ISnapshotRead
{
    /// <summary>The step replaced: accepts whatever was read.</summary>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory => false;
}
