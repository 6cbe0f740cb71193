using System.Buffers;
using System.Buffers.Text;

namespace Stress.Tracing.Parsing;

/// <summary>
/// Parses a line of <c>perf script -F comm,pid,tid,cpu,time,event,trace</c>:
/// <c>COMMAND PID/TID [CPU] SECONDS: EVENT: ARGUMENTS</c>. The command is padded and may contain anything, so the line is
/// read from its first "PID/TID [CPU]" on.
/// </summary>
internal static class LineParser
{
    private static readonly SearchValues<byte> TimeBytes = SearchValues.Create("0123456789."u8);

    /// <summary>Parses a line.</summary>
    /// <param name="line">The line's bytes, without its end.</param>
    /// <param name="record">What it records, but for the line number.</param>
    /// <returns>Null if the line can be used, else why not.</returns>
    public static SkipKind? Parse(ReadOnlySpan<byte> line, out TraceRecord record)
    {
        record = default;
        if (!TryParseHead(line, ref record, out LineCursor cursor, out bool hasTask))
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

        return TryParseArguments(ref cursor, ref record) ? null : SkipKind.CutShort;
    }

    /// <summary>Finds "PID/TID [CPU] SECONDS: " by its bracket: a command may have brackets too.</summary>
    /// <param name="line">The line.</param>
    /// <param name="record">Gets process and thread.</param>
    /// <param name="cursor">Where the event's name begins.</param>
    /// <param name="hasTask">Whether there is at least a "PID/TID [CPU]".</param>
    private static bool TryParseHead(ReadOnlySpan<byte> line, ref TraceRecord record, out LineCursor cursor, out bool hasTask)
    {
        hasTask = false;
        cursor = default;
        int bracket = -1;
        int step;
        while ((step = line[++bracket..].IndexOf((byte)'[')) >= 0)
        {
            bracket += step;
            cursor = new LineCursor(line[(bracket + 1)..]);
            if (TryParseIds(line[..bracket], ref record) && cursor.TryTakeDecimal(out _) && cursor.TryTake((byte)']'))
            {
                hasTask = true;
                if (TrySkipTime(ref cursor))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Reads "PID/TID " backwards.</summary>
    private static bool TryParseIds(ReadOnlySpan<byte> before, ref TraceRecord record)
    {
        ReadOnlySpan<byte> text = before.TrimEnd((byte)' ');
        int slash = text.LastIndexOf((byte)'/');
        if (text.Length == before.Length || slash < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> process = text[(text[..slash].LastIndexOf((byte)' ') + 1)..slash];
        ReadOnlySpan<byte> thread = text[(slash + 1)..];
        return Utf8Parser.TryParse(process, out record.Pid, out int used) && used == process.Length && record.Pid >= 0
            && Utf8Parser.TryParse(thread, out record.Tid, out used) && used == thread.Length && record.Tid >= 0;
    }

    /// <summary>Steps over "SECONDS.FRACTION: ". Lines are replayed in the file's order, so the time itself is not needed.</summary>
    private static bool TrySkipTime(ref LineCursor cursor)
    {
        cursor.SkipSpaces();
        int colon = cursor.Rest.IndexOf((byte)':');
        if (colon < 1 || cursor.Rest[..colon].ContainsAnyExcept(TimeBytes))
        {
            return false;
        }

        cursor = new LineCursor(cursor.Rest[(colon + 1)..]);
        cursor.SkipSpaces();
        return true;
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

    private static bool TryParseArguments(ref LineCursor cursor, ref TraceRecord record)
    {
        ulong code = 0;
        bool isComplete = record.Kind switch
        {
            RecordKind.PageFault => cursor.TryTakeNumber("address="u8, out record.Address)
                && cursor.TryTakeNumber("error_code="u8, out code),
            RecordKind.MmapEnter => cursor.TryTakeNumber("addr: "u8, out record.Address)
                && cursor.TryTakeNumber("len: "u8, out record.Length)
                && cursor.TryTakeNumber("flags: "u8, out code),
            RecordKind.Munmap => cursor.TryTakeNumber("addr: "u8, out record.Address)
                && cursor.TryTakeNumber("len: "u8, out record.Length),
            RecordKind.MremapEnter => cursor.TryTakeNumber("addr: "u8, out record.Address)
                && cursor.TryTakeNumber("old_len: "u8, out record.Length)
                && cursor.TryTakeNumber("new_len: "u8, out record.NewLength)
                && cursor.TryTakeNumber("flags: "u8, out code),
            RecordKind.Madvise => cursor.TryTakeNumber("start: "u8, out record.Address)
                && cursor.TryTakeNumber("len_in: "u8, out record.Length)
                && cursor.TryTakeNumber("behavior: "u8, out code),
            RecordKind.BrkEnter => cursor.TryTakeNumber("brk: "u8, out record.Address),
            RecordKind.MmapExit or RecordKind.MremapExit or RecordKind.BrkExit => cursor.TryTakeNumber(out record.Address),
            RecordKind.Fork => TryTakeChild(cursor.Rest, out record.Address, out code),
            RecordKind.Exec => cursor.Rest.IndexOf("filename="u8) >= 0,
            RecordKind.Exit => TryTakeGroup(cursor.Rest, out code),
            _ => throw new InvalidOperationException($"No arguments for {record.Kind}."),
        };
        record.Code = (uint)code;
        return isComplete && code <= uint.MaxValue;
    }

    /// <summary>Reads a fork's parent and child. The last of each name counts: a command may look like an argument.</summary>
    private static bool TryTakeChild(ReadOnlySpan<byte> arguments, out ulong parent, out ulong child)
    {
        parent = child = 0;
        int childComm = arguments.LastIndexOf(" child_comm="u8);
        int parentPid = childComm < 0 ? -1 : arguments[..childComm].LastIndexOf(" pid="u8);
        int childPid = arguments.LastIndexOf(" child_pid="u8);
        return parentPid >= 0
            && childPid > childComm
            && new LineCursor(arguments[(parentPid + " pid="u8.Length)..]).TryTakeNumber(out parent)
            && new LineCursor(arguments[(childPid + " child_pid="u8.Length)..]).TryTakeNumber(out child)
            && child <= int.MaxValue;
    }

    private static bool TryTakeGroup(ReadOnlySpan<byte> arguments, out ulong group)
    {
        group = TraceRecord.GroupUnknown;
        int prio = arguments.LastIndexOf(" prio="u8);
        if (prio < 0 || !new LineCursor(arguments[(prio + " prio="u8.Length)..]).TryTakeNumber(out _))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = arguments[prio..];
        int start = rest.IndexOf(" group_dead="u8);
        if (start < 0)
        {
            return rest.IndexOf(" g"u8) < 0;
        }

        ReadOnlySpan<byte> value = rest[(start + " group_dead="u8.Length)..].TrimEnd(" \r"u8);
        bool isDead = value.SequenceEqual("true"u8) || value.SequenceEqual("1"u8);
        group = isDead ? TraceRecord.GroupDead : TraceRecord.GroupAlive;
        return isDead || value.SequenceEqual("false"u8) || value.SequenceEqual("0"u8);
    }
}
