using System.Runtime.CompilerServices;
using Atomics;
using Runs.Auditing;
using Runs.Worlds;
using Tracker.Folios;
using Tracker.Reading;

namespace Runs.Recording;

/// <content>Snapshots and answers.</content>
public sealed unsafe partial class Recorder<TTracking>
{
    /// <summary>
    /// After so many failed tries the reader lets others run: on few cores the writer inside may be waiting for this
    /// one.
    /// </summary>
    private const int TriesBeforeYield = 64;

    /// <summary>Reads a snapshot of a folio on which the caller holds a reference.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="maxTries">Tries at most.</param>
    /// <returns>Whether one was accepted.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySnapshot(Folio folio, int maxTries)
    {
        MeetIfRoundIsOver();
        if (!_isAudited)
        {
            return Accepts(folio, maxTries, out _);
        }

        int incarnation = (int)folio.Incarnation;
        SnapshotEntry* entry = _log.NextSnapshot(incarnation);
        if (!Accepts(folio, maxTries, out entry->Seen))
        {
            return false;
        }

        entry->Incarnation = incarnation;
        _log.AddSnapshot(incarnation);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Accepts(Folio folio, int maxTries, out Snapshot snapshot)
    {
        ReadResult result = _tracking.TryRead(folio, out snapshot);
        int retries = 0;
        if (result != ReadResult.Accepted && !Retry(folio, maxTries, ref snapshot, out retries))
        {
            return false;
        }

        Counts.SnapshotsAccepted++;
        if (retries > 0 || _tracking.Word(folio) != snapshot.Word)
        {
            Counts.SnapshotsOverlapped++;
        }

        return true;
    }

    /// <summary>Asks who maps a folio, on which the caller holds a reference as on the MM.</summary>
    public Decision Decide(Folio folio, MmHandle mm, int maxTries)
    {
        MeetIfRoundIsOver();
        Decision decision = _tracking.Decide(folio, mm.Mm, maxTries);
        if (decision.Answer == Sharing.MaybeShared)
        {
            Counts.MaybeShared++;
            return decision;
        }

        Counts.Decisions++;
        if (_isAudited)
        {
            long number = decision.Word >>> _shift;
            int incarnation = (int)folio.Incarnation;
            AnswerEntry* entry = _log.AddAnswer(incarnation);
            entry->Incarnation = incarnation;
            entry->Mm = mm.Number;
            entry->Number = number;
            entry->Mapcount = decision.Mapcount;
            entry->NumberMoved = Distance(number, Number(folio));
            entry->Kind = decision.Answer switch
            {
                Sharing.Unmapped => AnswerKind.Unmapped,
                Sharing.Exclusive => AnswerKind.Exclusive,
                Sharing.Shared => AnswerKind.Shared,
                _ => throw new InvalidOperationException($"No record has the answer {decision.Answer}."),
            };
            entry->IsRechecked = decision.Rechecked;
            entry->IsPinned = false;
        }

        return decision;
    }

    /// <summary>Asks whether a copy-on-write fault of an MM, which maps the folio, may reuse it.</summary>
    public ReuseAnswer CanReuse(Folio folio, MmHandle mm)
    {
        MeetIfRoundIsOver();
        long pinsBefore = _world.Pins.Look(folio);
        Reuse reuse = _tracking.CanReuse(folio, mm.Mm);
        if (reuse.Answer != ReuseAnswer.Reuse)
        {
            Counts.ReuseRefused[(int)reuse.Answer]++;
            return reuse.Answer;
        }

        Counts.Reused++;
        if (_isAudited)
        {
            int incarnation = (int)folio.Incarnation;
            AnswerEntry* entry = _log.AddAnswer(incarnation);
            entry->Incarnation = incarnation;
            entry->Mm = mm.Number;
            entry->Number = reuse.Word >>> _shift;
            entry->Mapcount = 0;
            entry->NumberMoved = 0;
            entry->Kind = AnswerKind.Reuse;
            entry->IsRechecked = true;
            entry->IsPinned = PinBoard.WasPinned(pinsBefore, _world.Pins.Look(folio));
        }

        return reuse.Answer;
    }

    private bool Retry(Folio folio, int maxTries, ref Snapshot snapshot, out int retries)
    {
        for (retries = 1; retries < maxTries; retries++)
        {
            Counts.SnapshotsRetried++;
            if (retries % TriesBeforeYield == 0)
            {
                Thread.Yield();
            }
            else
            {
                HardwareMemory.Pause();
            }

            if (_tracking.TryRead(folio, out snapshot) == ReadResult.Accepted)
            {
                Counts.AddRetries(retries);
                return true;
            }
        }

        Counts.SnapshotsGivenUp++;
        return false;
    }
}
