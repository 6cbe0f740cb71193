using System.Diagnostics;
using System.Runtime.CompilerServices;
using Atomics;
using Stress.Execution;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Reading;
using Tracker.Tracking;

namespace Stress.Auditing;

/// <summary>
/// A worker's way to the tracker: each call does one operation and logs what the audit needs. Not thread-safe: each worker has
/// its own. A call made when the round is over first parks the worker until the audit is done.
/// </summary>
/// <remarks>The hot calls allocate nothing, take no lock and call no interface: the tracker is a type parameter.</remarks>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed unsafe class Recorder<TTracking> : IDisposable
    where TTracking : struct, ITracking
{
    /// <summary>
    /// One section in so many is timed. Two looks at the clock cost about 50 ns, two or three sections: at 64 they are below 5 %.
    /// </summary>
    private const int TimedEvery = 64;

    /// <summary>After so many failed tries the reader lets others run: on few cores the writer inside may be waiting for this one.</summary>
    private const int TriesBeforeYield = 64;

    private readonly World _world;
    private readonly TTracking _tracking;
    private readonly IRmapIds _ids;
    private readonly bool _isAudited;
    private readonly int _shift;
    private readonly RoundLog _log;
    private readonly NumberStock _incarnations;
    private readonly NumberStock _mms;

    /// <summary>Makes a worker's recorder. Before the workers start, or while all are parked.</summary>
    /// <param name="world">What the workers share.</param>
    /// <param name="tracking">The tracker.</param>
    /// <param name="ids">Where this worker's MMs get their IDs; null for the world's allocator.</param>
    public Recorder(World world, TTracking tracking, IRmapIds? ids = null)
    {
        _world = world;
        _tracking = tracking;
        _ids = ids ?? world.Ids;
        _isAudited = world.Audit is not null;
        _shift = tracking.SequenceShift;
        RoundSize size = _isAudited ? world.RoundSize : RoundSize.None;
        _log = new RoundLog(size);
        _incarnations = new NumberStock(size.Births);
        _mms = new NumberStock(size.Births);
        world.Audit?.Add(_log, _incarnations, _mms);
    }

    /// <summary>What this worker did so far.</summary>
    public WorkerCounts Counts { get; } = new();

    /// <summary>Makes a folio with its first mappings, visible to all; the caller gets the given references besides theirs.</summary>
    /// <param name="order">2 to 15.</param>
    /// <param name="mm">The MM of the first mappings.</param>
    /// <param name="firstPage">First page mapped.</param>
    /// <param name="count">Pages mapped; 0 for a folio that nobody maps yet.</param>
    /// <param name="references">References for the caller; with <paramref name="count"/>, at least 1.</param>
    /// <param name="folio">The folio.</param>
    /// <returns>False if the arena is empty.</returns>
    public bool TryMakeFolio(int order, MmHandle mm, int firstPage, int count, int references, out Folio folio)
    {
        MeetIfRoundIsOver();
        if (!_world.Folios.TryAllocate(out folio))
        {
            return false;
        }

        int incarnation = _isAudited ? _incarnations.Take() : 0;
        _world.Folios.Prepare(folio, order, incarnation, _world.InitialSequence << _shift);
        if (_isAudited)
        {
            _world.Audit!.Ledger.Begin(incarnation, folio, mm.Number, count);
        }

        if (count > 0)
        {
            _tracking.Set(folio, mm.Mm, firstPage, count);
            Counts.Mappings += count;
        }

        _world.Folios.Publish(folio, count + references);
        return true;
    }

    /// <summary>Takes a reference on a folio unless it is gone.</summary>
    public static bool TryHold(Folio folio) => ReferenceCount.TryGet<HardwareMemory>(ref folio.State->References);

    /// <summary>Drops a reference on a folio; the last one frees it.</summary>
    public void Drop(Folio folio)
    {
        MeetIfRoundIsOver();
        int incarnation = (int)folio.Incarnation;
        if (ReferenceCount.Put<HardwareMemory>(ref folio.State->References, 1) == 0)
        {
            Free(folio, incarnation);
        }
    }

    /// <summary>Makes an MM with one reference.</summary>
    /// <returns>How it went; anything but <see cref="MakeResult.Made"/> leaves nothing behind.</returns>
    public MakeResult TryMakeMm(out MmHandle mm)
    {
        MeetIfRoundIsOver();
        MakeResult result = _world.Mms.TryMake(_ids, out AddressSpace made);
        mm = default;
        if (result == MakeResult.Made)
        {
            int number = 0;
            if (_isAudited)
            {
                number = _mms.Take();
                _world.Audit!.Ledger.BeginMm(number, made.RmapId);
                _world.MmNumbers.Set(made, number);
            }

            mm = new MmHandle(made, number);
        }

        return result;
    }

    /// <summary>Takes a reference on an MM that somebody else made, unless it is gone.</summary>
    public bool TryHold(AddressSpace mm, out MmHandle handle)
    {
        MeetIfRoundIsOver();
        handle = default;
        if (mm.IsNull || !ReferenceCount.TryGet<HardwareMemory>(ref mm.State->References))
        {
            return false;
        }

        int number = _isAudited ? _world.MmNumbers.Find(mm) : 0;
        handle = new MmHandle(mm, number);
        return true;
    }

    /// <summary>Drops a reference on an MM; with the last one its rmap ID is free.</summary>
    /// <returns>Whether the MM is gone.</returns>
    public bool Drop(MmHandle mm)
    {
        MeetIfRoundIsOver();
        return DropMm(mm.Mm, mm.Number);
    }

    /// <summary>Maps pages of a folio on which the caller holds a reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Folio folio, MmHandle mm, int firstPage, int count)
    {
        MeetIfRoundIsOver();
        if (!_isAudited)
        {
            long start = StartClock();
            _tracking.Map(folio, mm.Mm, firstPage, count);
            StopClock(start);
        }
        else
        {
            int incarnation = (int)folio.Incarnation;
            long before = Number(folio);
            long start = StartClock();
            long stamp = _tracking.Map(folio, mm.Mm, firstPage, count);
            StopClock(start);
            LogSection(incarnation, mm.Number, count, before, stamp);
        }

        Counts.Sections++;
        Counts.Mappings += count;
    }

    /// <summary>Unmaps pages of a folio; the mappings held its references. The last reference frees it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unmap(Folio folio, MmHandle mm, int firstPage, int count)
    {
        MeetIfRoundIsOver();

        // Before the section: behind it the folio may be gone.
        int incarnation = (int)folio.Incarnation;
        int referencesLeft;
        if (!_isAudited)
        {
            long start = StartClock();
            _tracking.Unmap(folio, mm.Mm, firstPage, count, out referencesLeft);
            StopClock(start);
        }
        else
        {
            long before = Number(folio);
            long start = StartClock();
            long stamp = _tracking.Unmap(folio, mm.Mm, firstPage, count, out referencesLeft);
            StopClock(start);
            LogSection(incarnation, mm.Number, -count, before, stamp);
        }

        Counts.Sections++;
        Counts.Mappings += count;
        if (referencesLeft == 0)
        {
            Free(folio, incarnation);
        }
    }

    /// <summary>Reads a snapshot of a folio on which the caller holds a reference.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="maxTries">Tries at most.</param>
    /// <returns>Whether one was accepted.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySnapshot(Folio folio, int maxTries)
    {
        MeetIfRoundIsOver();
        ReadResult result = _tracking.TryRead(folio, out Snapshot snapshot);
        int retries = 0;
        if (result != ReadResult.Accepted && !Retry(folio, maxTries, ref snapshot, out retries))
        {
            return false;
        }

        Counts.SnapshotsAccepted++;
        if (retries > 0 || Volatile.Read(ref folio.State->Sequence) != snapshot.Word)
        {
            Counts.SnapshotsOverlapped++;
        }

        if (_isAudited)
        {
            SnapshotEntry* entry = _log.Snapshots.Add();
            entry->Incarnation = (int)folio.Incarnation;
            entry->Mapcount = snapshot.Mapcount;
            entry->Number = snapshot.Word >>> _shift;
            entry->Values = snapshot.Values;
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
            AnswerEntry* entry = _log.Answers.Add();
            entry->Incarnation = (int)folio.Incarnation;
            entry->Mm = mm.Number;
            entry->Number = number;
            entry->Mapcount = decision.Mapcount;
            entry->NumberMoved = Distance(number, Number(folio));
            entry->Kind = decision.Answer switch
            {
                Sharing.Unmapped => AnswerKind.Unmapped,
                Sharing.Exclusive => AnswerKind.Exclusive,
                _ => AnswerKind.Shared,
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
            AnswerEntry* entry = _log.Answers.Add();
            entry->Incarnation = (int)folio.Incarnation;
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

    /// <summary>Takes a pin: a reference that is no mapping, as get_user_pages does.</summary>
    public bool TryPin(Folio folio)
    {
        if (!TryHold(folio))
        {
            return false;
        }

        _world.Pins.Pin(folio);
        return true;
    }

    /// <summary>Drops a pin.</summary>
    public void Unpin(Folio folio)
    {
        _world.Pins.Unpin(folio);
        Drop(folio);
    }

    /// <summary>Parks this worker if the round is over. Every other call does so too; this is for long waits and idle turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MeetIfRoundIsOver()
    {
        if (_isAudited && (_world.Rounds.IsOver || _log.IsFull || _incarnations.IsEmpty || _mms.IsEmpty))
        {
            _world.Rounds.Meet();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

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

    private bool DropMm(AddressSpace mm, int number)
    {
        bool isGone = _world.Mms.Put(_ids, mm);
        if (isGone && _isAudited)
        {
            *_log.DeadMms.Add() = number;
        }

        return isGone;
    }

    private void Free(Folio folio, int incarnation)
    {
        FolioDefect defect = _world.Folios.Free(folio);
        if (_isAudited)
        {
            *_log.DeadIncarnations.Add() = incarnation;
        }

        if (defect != FolioDefect.None)
        {
            _world.Violations.Add(() => new Violation("freed", "no mappings, values or writers left", defect.ToString(), null, incarnation));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LogSection(int incarnation, int mm, int delta, long before, long stamp)
    {
        SectionEntry* entry = _log.Sections.Add();
        entry->Incarnation = incarnation;
        entry->Mm = mm;
        entry->Stamp = stamp;
        entry->Delta = delta;
        entry->BeganBack = Distance(before, stamp);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Number(Folio folio) => Volatile.Read(ref folio.State->Sequence) >>> _shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Distance(long from, long to)
    {
        // Shifted to the top and back, so that it is right across the wrap.
        long distance = ((to - from) << _shift) >>> _shift;
        return distance < SectionEntry.FarBack ? (int)distance : SectionEntry.FarBack;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long StartClock() => Counts.Sections % TimedEvery == 0 ? Stopwatch.GetTimestamp() : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void StopClock(long start)
    {
        if (start != 0)
        {
            Counts.AddSectionTime(Stopwatch.GetElapsedTime(start));
        }
    }
}
