using Atomics;
using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-no-recheck</c>: the reader never looks at the sequence again.</summary>
/// <typeparam name="TRead">The correct reader of the protocol.</typeparam>
public readonly struct ReaderNoRecheck<TRead> : ISnapshotRead
    where TRead : struct, ISnapshotRead
{
    /// <inheritdoc/>
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory => TRead.Begin<TMemory>(ref sequence);

    /// <inheritdoc/>
    public static bool IsIdle(long word, long writersMask) => TRead.IsIdle(word, writersMask);

    /// <inheritdoc/>
    public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory => TRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory => TRead.Read<TMemory>(ref location);

    /// <summary>The step replaced: accepts whatever was read.</summary>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory => false;
}
