using Atomics;
using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-ignores-writers</c>: the reader starts although writers are inside.</summary>
/// <typeparam name="TRead">The correct reader of the protocol.</typeparam>
public readonly struct ReaderIgnoresWriters<TRead> : ISnapshotRead
    where TRead : struct, ISnapshotRead
{
    /// <inheritdoc/>
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory => TRead.Begin<TMemory>(ref sequence);

    /// <summary>The step replaced: every word passes as idle.</summary>
    public static bool IsIdle(long word, long writersMask) => true;

    /// <inheritdoc/>
    public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory => TRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory => TRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory => TRead.MustRetry<TMemory>(ref sequence, word);
}
