using Stress.Auditing;
using Stress.Execution;
using Tracker.Tracking;

namespace Stress.Tracing.Replay;

/// <summary>
/// Asks who maps a folio while processes map and unmap it: by turns a snapshot, and the question "exclusive or shared?" on
/// behalf of the MM that mapped it last. Not thread-safe: each reader has its own.
/// </summary>
/// <param name="world">The folios and MMs.</param>
/// <param name="board">Which folios there may be.</param>
/// <param name="recorder">The reader's way to the tracker.</param>
/// <param name="seed">Seed of its choices.</param>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class ReplayReader<TTracking>(World world, FolioBoard board, Recorder<TTracking> recorder, int seed)
    where TTracking : struct, ITracking
{
    /// <summary>Tries to read a folio at most; a folio that a fork storm keeps busy is left for the next turn.</summary>
    private const int MaxTries = 64;

    private readonly Random _random = new(seed);
    private bool _isDecision;

    /// <summary>Looks at one folio.</summary>
    /// <returns>False if the folio of this turn is not in use.</returns>
    public bool Turn()
    {
        int limit = board.Limit;
        if (limit == 0 || world.Folios[_random.Next(limit)] is var folio && !Recorder<TTracking>.TryHold(folio))
        {
            recorder.MeetIfRoundIsOver();
            return false;
        }

        _isDecision = !_isDecision;
        if (!_isDecision)
        {
            recorder.TrySnapshot(folio, MaxTries);
        }
        else if (recorder.TryHold(world.Mms[board.LastMapper(folio.Index)], out MmHandle mm))
        {
            recorder.Decide(folio, mm, MaxTries);
            recorder.Drop(mm);
        }

        recorder.Drop(folio);
        return true;
    }
}
