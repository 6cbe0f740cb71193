namespace Stress.Tracing.Parsing;

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
            return hasTask ? SkipKind.CutShort
                : text.IsEmpty || text[0] == (byte)'#' ? SkipKind.EmptyOrComment : SkipKind.NoEventLine;
        }

        ReadOnlySpan<byte> name = cursor.TakeName();
        cursor.SkipSpaces();
        int separator = name.IndexOf((byte)':');
        if (separator < 0)
        {
            return SkipKind.CutShort;
        }

        if (!TryParseKind(name[(separator + 1)..], out record.Kind))
        {
            // A name that the line ends in may be the beginning of one that is known.
            return cursor.Rest.IsEmpty ? SkipKind.CutShort : SkipKind.UnknownEvent;
        }

        return LineArguments.Parse(ref cursor, ref record);
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
            _ when name.SequenceEqual("sched_process_exec"u8) => RecordKind.Exec,
            _ when name.SequenceEqual("sched_process_exit"u8) => RecordKind.Exit,
            _ => null,
        };
        kind = found ?? default;
        return found is not null;
    }
}
