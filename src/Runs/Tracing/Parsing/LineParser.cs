using Runs.Tracing.Events;

namespace Runs.Tracing.Parsing;

/// <summary>Parses a line of <c>perf script</c>.</summary>
internal static class LineParser
{
    /// <summary>Parses a line.</summary>
    /// <param name="line">The line's bytes, without its end.</param>
    /// <param name="record">What it records, but for the line number.</param>
    /// <returns>Null if the line can be used, else why not.</returns>
    public static SkipKind? Parse(ReadOnlySpan<byte> line, out TraceRecord record)
    {
        record = default;
        if (!LineHead.TryParse(line, ref record, out LineCursor cursor, out bool hasTask))
        {
            ReadOnlySpan<byte> text = line.Trim(" \t\r"u8);
            int perf = text.IndexOf(PerfRecordPrefix);
            return perf >= 0 ? ParsePerfRecord(text[perf..], out record)
                : hasTask ? SkipKind.CutShort
                : text.IsEmpty || text[0] == (byte)'#' ? SkipKind.EmptyOrComment : SkipKind.NoEventLine;
        }

        if (cursor.Rest.StartsWith(PerfRecordPrefix))
        {
            return ParsePerfRecord(cursor.Rest, out record);
        }

        if (!cursor.TryTakeName(out ReadOnlySpan<byte> name))
        {
            // It may be the beginning of one that is known.
            return SkipKind.CutShort;
        }

        if (!TryParseKind(name[(name.IndexOf((byte)':') + 1)..], out record.Kind))
        {
            return SkipKind.UnknownEvent;
        }

        cursor.SkipSpaces();
        return cursor.Rest.IsEmpty || (cursor.Rest[0] == (byte)'\r' && cursor.Rest.TrimEnd((byte)'\r').IsEmpty)
            ? SkipKind.NoArguments
            : LineArguments.Parse(ref cursor, ref record);
    }

    /// <summary>
    /// Begins what <c>--show-lost-events</c>, <c>--show-task-events</c> and <c>--show-mmap-events</c> add.
    /// </summary>
    private static ReadOnlySpan<byte> PerfRecordPrefix => "PERF_RECORD_"u8;

    /// <summary>
    /// A record of perf's own; that events were lost is the only one that says something of the trace.
    /// </summary>
    private static SkipKind ParsePerfRecord(ReadOnlySpan<byte> text, out TraceRecord record)
    {
        record = default;
        LineCursor cursor = new(text[PerfRecordPrefix.Length..]);
        if (!cursor.Rest.StartsWith("LOST"u8))
        {
            return SkipKind.PerfRecord;
        }

        // A line that does not say how many speaks of one at least.
        record.Length = cursor.TryTakeNumber(" lost "u8, out ulong lost) ? lost : 1;
        return SkipKind.LostEvents;
    }

    private static bool TryParseKind(ReadOnlySpan<byte> name, out RecordKind kind)
    {
        RecordKind? found = name switch
        {
            _ when name.SequenceEqual("page_fault_user"u8) => RecordKind.PageFault,
            _ when name.SequenceEqual("sys_enter_mmap"u8) => RecordKind.MmapEnter,
            _ when name.SequenceEqual("sys_exit_mmap"u8) => RecordKind.MmapExit,
            _ when name.SequenceEqual("sys_enter_brk"u8) => RecordKind.BrkEnter,
            _ when name.SequenceEqual("sys_exit_brk"u8) => RecordKind.BrkExit,
            _ when name.SequenceEqual("sys_enter_munmap"u8) => RecordKind.Munmap,
            _ when name.SequenceEqual("sys_enter_madvise"u8) => RecordKind.Madvise,
            _ when name.SequenceEqual("sys_enter_mremap"u8) => RecordKind.MremapEnter,
            _ when name.SequenceEqual("sys_exit_mremap"u8) => RecordKind.MremapExit,
            _ when name.SequenceEqual("sched_process_fork"u8) => RecordKind.Fork,
            _ when name.SequenceEqual("task_newtask"u8) => RecordKind.NewTask,
            _ when name.SequenceEqual("sched_process_exec"u8) => RecordKind.Exec,
            _ when name.SequenceEqual("sched_process_exit"u8) => RecordKind.Exit,
            _ => null,
        };
        kind = found ?? default;
        return found is not null;
    }
}
