using System.Diagnostics;
using System.Runtime.CompilerServices;
using Atomics;
using Runs.Auditing;
using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Recording;

/// <content>Write sections: mapping and unmapping.</content>
public sealed unsafe partial class Recorder<TTracking>
{
    /// <summary>
    /// One section in so many is timed. Two looks at the clock cost about 50 ns, two or three sections: at 64 they are
    /// below 5 %.
    /// </summary>
    private const int TimedEvery = 64;

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
            long before = Number(folio);
            long start = StartClock();
            long stamp = _tracking.Map(folio, mm.Mm, firstPage, count);
            StopClock(start);

            // Only now, when the line of the reference count is here to be written: before, it would come twice.
            LogSection((int)folio.Incarnation, mm.Number, count, before, stamp);
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

    /// <summary>Maps a folio as a whole, which is one mapping.</summary>
    public void MapEntire(Folio folio, MmHandle mm)
    {
        EntireMapping.Begin<HardwareMemory>(folio);
        Map(folio, mm, firstPage: 0, count: 1);
    }

    /// <summary>Takes an entire mapping away.</summary>
    public void UnmapEntire(Folio folio, MmHandle mm)
    {
        EntireMapping.End<HardwareMemory>(folio);
        Unmap(folio, mm, firstPage: 0, count: 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LogSection(int incarnation, int mm, int delta, long before, long stamp)
    {
        SectionEntry* entry = _log.AddSection(incarnation);
        entry->Incarnation = incarnation;
        entry->Mm = mm;
        entry->Stamp = stamp;
        entry->Delta = delta;
        entry->BeganBack = Distance(before, stamp);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long StartClock() => Counts.Sections % TimedEvery == 0 ? Stopwatch.GetTimestamp() : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void StopClock(long start)
    {
        if (start != 0)
        {
            Counts.AddSectionTime(Stopwatch.GetTimestamp() - start);
        }
    }
}
