using System.Runtime.CompilerServices;
using Atomics;
using Harness.Teams;
using Runs.Auditing;
using Runs.Totals;
using Runs.Worlds;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Tracking;

namespace Runs.Recording;

/// <summary>
/// A worker's way to the tracker: each call does one operation and logs what the audit needs. Not thread-safe: each
/// worker has its own. A call made when the round is over first parks the worker until the audit is done.
/// </summary>
/// <remarks>
/// The hot calls allocate nothing, take no lock and call no interface: the tracker is a type parameter.
/// </remarks>
/// <typeparam name="TTracking">The tracker.</typeparam>
public sealed unsafe partial class Recorder<TTracking> : IDisposable
    where TTracking : struct, ITracking
{
    private readonly World _world;
    private readonly Rendezvous _rounds;
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
        _rounds = world.Rounds;
        _tracking = tracking;
        _ids = ids ?? world.Ids;
        _isAudited = world.Audit is not null;
        _shift = tracking.Format.Shift;
        RoundSize size = _isAudited ? world.RoundSize : RoundSize.None;
        _log = new RoundLog(size, world.Audit?.Parts ?? 1);
        _incarnations = new NumberStock(size.Births);
        _mms = new NumberStock(size.Births);
        world.Audit?.Add(_log, _incarnations, _mms);
    }

    /// <summary>What this worker did so far.</summary>
    public WorkerCounts Counts { get; } = new();

    /// <summary>
    /// Makes a folio with its first mappings, visible to all; the caller gets the given references besides theirs.
    /// </summary>
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
        AwaitNumbers(_incarnations, 1);
        if (!_world.Folios.TryAllocate(out folio))
        {
            return false;
        }

        int incarnation = _isAudited ? _incarnations.Take() : 0;
        _world.Folios.Prepare(folio, order, incarnation, _world.InitialSequence << _shift);
        if (count > 0)
        {
            _tracking.Set(folio, mm.Mm, firstPage, count);
            Counts.Mappings += count;
        }

        if (_isAudited)
        {
            // Behind the first mappings: where a scheme keeps its number elsewhere they may set it.
            _world.Audit!.Ledger.Begin(incarnation, folio, Number(folio), mm.Number, count);
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
        AwaitNumbers(_mms, 1);
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

    /// <summary>
    /// Parks this worker if the round is over. Every other call does so too; this is for long waits and idle turns.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MeetIfRoundIsOver()
    {
        if (_isAudited && (_rounds.IsOver || _log.IsFull))
        {
            _rounds.Meet();
        }
    }

    /// <summary>Parks this worker until the audit has filled a stock, should it have too few numbers.</summary>
    private void AwaitNumbers(NumberStock stock, int numbers)
    {
        while (_isAudited && !stock.Has(numbers))
        {
            _rounds.Meet();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    private bool DropMm(AddressSpace mm, int number)
    {
        bool isGone = _world.Mms.Put(_ids, mm);
        if (isGone && _isAudited)
        {
            _log.AddDeadMm(number);
        }

        return isGone;
    }

    private void Free(Folio folio, int incarnation)
    {
        FolioDefect defect = _world.Folios.Free(folio);
        if (_isAudited)
        {
            _log.AddDeadIncarnation(incarnation);
        }

        if (defect != FolioDefect.None)
        {
            Report("freed", defect, incarnation);
        }
    }

    // Apart: what the lambda keeps would be allocated for every folio freed.
    private void Report(string kind, FolioDefect defect, int incarnation) => _world.Violations.Add(
        () => new Violation(kind, "no mappings, values or writers left", defect.ToString(), null, incarnation));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Number(Folio folio) => _tracking.Word(folio) >>> _shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Distance(long from, long to)
    {
        // Shifted to the top and back, so that it is right across the wrap.
        long distance = ((to - from) << _shift) >>> _shift;
        return distance < SectionEntry.FarBack ? (int)distance : SectionEntry.FarBack;
    }
}
