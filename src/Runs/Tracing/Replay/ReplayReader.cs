using Harness;
using Runs.Recording;
using Runs.Tracing.Memory;
using Runs.Worlds;
using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Tracing.Replay;

/// <summary>
/// Asks who maps a folio while processes map and unmap it: snapshots, then the question "exclusive or shared?" on
/// behalf of the MM that mapped it last. Not thread-safe: each reader has its own.
/// </summary>
/// <param name="world">The folios and MMs.</param>
/// <param name="board">Where folios are.</param>
/// <param name="recorder">The reader's way to the tracker.</param>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class ReplayReader<TTracking>(World world, FolioBoard board, Recorder<TTracking> recorder)
    where TTracking : struct, ITracking
{
    /// <summary>
    /// Snapshots of one folio before the question. The reference that is held meanwhile keeps its mappers from reusing
    /// it, so few.
    /// </summary>
    private const int Snapshots = 4;

    /// <summary>
    /// Tries before a snapshot or an answer is given up. Enough for the recorder to let others run in between: what is
    /// waited for may be a writer that has lost its core inside a section, and is the best of overlaps.
    /// </summary>
    private const int MaxTries = 1024;

    /// <summary>Looks at one folio: one that a worker is about to map or unmap, or any.</summary>
    /// <returns>False if the folio of this turn is not in use.</returns>
    public bool Turn(ref Prng random)
    {
        int limit = board.Limit;
        if (limit == 0)
        {
            recorder.MeetIfRoundIsOver();
            return false;
        }

        int index = random.OneIn(2) ? board.Next(random.Below(board.Writers)) : random.Below(limit);
        Folio folio = world.Folios[index];
        if (!Recorder<TTracking>.TryHold(folio))
        {
            recorder.MeetIfRoundIsOver();
            return false;
        }

        for (int snapshot = 0; snapshot < Snapshots; snapshot++)
        {
            recorder.TrySnapshot(folio, MaxTries);
        }

        if (recorder.TryHold(world.Mms[board.LastMapper(index)], out MmHandle mm))
        {
            recorder.Decide(folio, mm, MaxTries);
            recorder.Drop(mm);
        }

        recorder.Drop(folio);
        return true;
    }
}
