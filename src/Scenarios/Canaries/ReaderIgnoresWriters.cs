using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-ignores-writers</c>: the reader starts although writers are inside.</summary>
/// <typeparam name="TRead">The correct reader of the protocol.</typeparam>
public readonly struct ReaderIgnoresWriters<TRead> : ISnapshotReadVariant<TRead>
    where TRead : struct, ISnapshotRead
{
    /// <summary>The step replaced: every word passes as idle.</summary>
    public static bool IsIdle(long word, long writersMask) => true;
}
