using Runs.Tracing.Events;

namespace Runs.Tracing.Parsing;

/// <summary>
/// Translates records into what they do to a process's memory. Constants are those of Linux on x86-64.
/// </summary>
internal static class EventMaker
{
    private const uint MapTypeMask = 0xf;
    private const uint MapPrivate = 2;
    private const uint MapHugetlb = 0x40000;
    private const uint MremapDontUnmap = 4;
    private const uint MadvDontNeed = 4;
    private const uint MadvDontNeedLocked = 24;

    /// <summary>System calls return -4095 to -1 on failure.</summary>
    private const ulong FirstError = unchecked((ulong)-4095);

    /// <summary>The event of a record that stands alone.</summary>
    public static TraceEvent Make(in TraceRecord record) => record.Kind switch
    {
        RecordKind.PageFault => Event(FaultKind(record.Code), PageOf(record.Address), 1),
        RecordKind.Exec => Event(TraceEventKind.Exec),
        RecordKind.Munmap => Ranged(TraceEventKind.Unmap, in record),
        RecordKind.Madvise when record.Code is MadvDontNeed or MadvDontNeedLocked =>
            Ranged(TraceEventKind.Discard, in record),
        _ => Event(TraceEventKind.Nothing),
    };

    /// <summary>The event of a system call and its result.</summary>
    public static TraceEvent Make(in TraceRecord call, ulong result)
    {
        TraceEvent made = result >= FirstError
            ? Event(TraceEventKind.Nothing)
            : call.Kind switch
            {
                RecordKind.MmapEnter => Event(MapKind(call.Code), PageOf(result), PagesOf(call.Length)),
                RecordKind.BrkEnter => Event(TraceEventKind.HeapEnd, PagesOf(result)),
                RecordKind.MremapEnter => Moved(in call, result),
                _ => throw new InvalidOperationException($"{call.Kind} has no return."),
            };
        made.Lines = 2;
        return made;
    }

    private static TraceEvent Event(TraceEventKind kind, long page = 0, long pages = 0) =>
        new() { Kind = kind, Page = page, Pages = pages, Lines = 1 };

    private static TraceEventKind FaultKind(uint code) => (code & (PageFaultCode.Present | PageFaultCode.Write)) switch
    {
        0 => TraceEventKind.ReadFault,
        PageFaultCode.Write => TraceEventKind.WriteFault,
        PageFaultCode.Present => TraceEventKind.OtherFault,
        PageFaultCode.Present | PageFaultCode.Write => TraceEventKind.CopyOnWriteFault,
        _ => throw new InvalidOperationException($"No fault has code {code}."),
    };

    private static TraceEventKind MapKind(uint flags) =>
        (flags & MapTypeMask) == MapPrivate && (flags & MapHugetlb) == 0
            ? TraceEventKind.MapPrivate
            : TraceEventKind.MapShared;

    /// <summary>An address that is not a page's is refused by the kernel.</summary>
    private static TraceEvent Ranged(TraceEventKind kind, in TraceRecord record) =>
        record.Address % TraceEvent.PageBytes == 0
            ? Event(kind, PageOf(record.Address), PagesOf(record.Length))
            : Event(TraceEventKind.Nothing);

    private static TraceEvent Moved(in TraceRecord call, ulong result)
    {
        TraceEventKind kind = (call.Code & MremapDontUnmap) != 0
            ? TraceEventKind.MoveLeavingAreas
            : TraceEventKind.Move;
        TraceEvent made = Event(kind, PageOf(call.Address), PagesOf(call.Length));
        made.Target = PageOf(result);
        made.Argument = (int)Math.Min(PagesOf(call.NewLength), int.MaxValue);
        return made;
    }

    private static long PageOf(ulong address) => (long)(address >> TraceEvent.PageShift);

    /// <summary>Pages of so many bytes, rounded up.</summary>
    private static long PagesOf(ulong bytes) => PageOf(bytes) + (bytes % TraceEvent.PageBytes == 0 ? 0 : 1);
}
