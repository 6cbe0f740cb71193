using Atomics;
using Runs.Auditing;
using Tracker;
using Tracker.Ids;

namespace Runs.Worlds;

/// <summary>
/// Watches a source of rmap IDs: an ID that comes out while somebody still holds it is a violation. One bit for each
/// ID, set after the source gave it out and cleared before the source gets it back, so that it is set only while it is
/// really held.
/// </summary>
/// <param name="source">The source watched.</param>
/// <param name="held">The bits, shared by every watcher of the same IDs.</param>
/// <param name="violations">Where violations go.</param>
internal sealed class AuditedIds(IRmapIds source, NativeBlock held, ViolationList violations) : IRmapIds
{
    private const int BitsPerWord = 64;

    /// <inheritdoc/>
    public int MaxId => source.MaxId;

    /// <summary>Memory for the bits of every ID: 2 MiB.</summary>
    public static NativeBlock CreateBits() => new((RmapId.Max / BitsPerWord * sizeof(long)) + sizeof(long));

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        if (!source.TryAllocate(out id))
        {
            return false;
        }

        long bit = 1L << (id % BitsPerWord);
        if ((Interlocked.Or(ref Word(id), bit) & bit) != 0)
        {
            Report("an ID that nobody holds", $"ID {id} handed out twice");
        }

        return true;
    }

    /// <inheritdoc/>
    public void Free(int id)
    {
        Interlocked.And(ref Word(id), ~(1L << (id % BitsPerWord)));
        try
        {
            source.Free(id);
        }
        catch (InvalidOperationException e)
        {
            // An ID that went out twice comes back twice.
            Report("an ID that is handed out", e.Message);
        }
    }

    /// <inheritdoc/>
    public bool IsHandedOut(int id) => source.IsHandedOut(id);

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    private void Report(string expected, string observed) =>
        violations.Add(() => new Violation("rmap-id", expected, observed, null, null));

    private ref long Word(int id) => ref held.Word64((long)(id / BitsPerWord) * sizeof(long));
}
