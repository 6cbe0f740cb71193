using System.Buffers.Text;
using Runs.Tracing.Events;

namespace Runs.Tracing.Parsing;

/// <summary>Parses what stands behind an event's name in a line of <c>perf script</c>.</summary>
internal static class LineArguments
{
    /// <summary>Parses the arguments of an event.</summary>
    /// <param name="cursor">Where they begin.</param>
    /// <param name="record">Has its kind; gets the arguments.</param>
    /// <returns>Null if the line can be used, else why not.</returns>
    public static SkipKind? Parse(ref LineCursor cursor, ref TraceRecord record)
    {
        ulong code = 0;
        ReadOnlySpan<byte> arguments = cursor.Rest;
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
            RecordKind.MmapExit or RecordKind.MremapExit or RecordKind.BrkExit =>
                cursor.TryTakeNumber(out record.Address),
            RecordKind.Fork => TryTakeChild(cursor.Rest, out record.Address, out code),
            RecordKind.NewTask => cursor.TryTakeNumber("pid="u8, out code)
                && TryTakeFlags(cursor.Rest, out record.Length),
            RecordKind.Exec => TryTakeProgram(cursor.Rest, out record.Address),
            RecordKind.Exit => TryTakeGroup(cursor.Rest, out record.Address, out code),
            _ => throw new InvalidOperationException($"No arguments for {record.Kind}."),
        };
        if (record.Kind == RecordKind.PageFault && IsOfAnotherMachine(isComplete, code, arguments))
        {
            return SkipKind.OtherMachine;
        }

        record.Code = (uint)code;
        return isComplete && code <= uint.MaxValue ? null : SkipKind.CutShort;
    }

    /// <summary>
    /// Other machines say otherwise what a fault was: RISC-V by the cause of its trap, under either name, Arm by its
    /// syndrome. What all of these have is a bit that no fault of a process on x86-64 has.
    /// </summary>
    private static bool IsOfAnotherMachine(bool isComplete, ulong code, ReadOnlySpan<byte> arguments) => isComplete
        ? (code & ~(ulong)PageFaultCode.All) != 0
        : arguments.IndexOf(" cause="u8) >= 0;

    /// <summary>
    /// Reads a fork's parent and child. The last of each name counts: a command may look like an argument.
    /// </summary>
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

    /// <summary>
    /// Reads a clone's flags, hexadecimal without 0x. A command stands before them, and may look like them.
    /// </summary>
    private static bool TryTakeFlags(ReadOnlySpan<byte> arguments, out ulong flags)
    {
        flags = 0;
        int start = arguments.LastIndexOf(" clone_flags="u8);
        return start >= 0
            && Utf8Parser.TryParse(arguments[(start + " clone_flags="u8.Length)..], out flags, out _, 'x')
            && arguments[start..].IndexOf(" oom_score_adj="u8) >= 0;
    }

    /// <summary>
    /// Reads who runs another program: "filename=... pid=... old_pid=...". Only the name is always there.
    /// </summary>
    private static bool TryTakeProgram(ReadOnlySpan<byte> arguments, out ulong pid)
    {
        pid = 0;
        int start = arguments.LastIndexOf(" pid="u8);
        return arguments.IndexOf("filename="u8) >= 0
            && (start < 0 || new LineCursor(arguments[(start + " pid="u8.Length)..]).TryTakeNumber(out pid));
    }

    private static bool TryTakeGroup(ReadOnlySpan<byte> arguments, out ulong pid, out ulong group)
    {
        pid = 0;
        group = TraceRecord.GroupUnknown;
        int prio = arguments.LastIndexOf(" prio="u8);
        if (prio < 0 || !new LineCursor(arguments[(prio + " prio="u8.Length)..]).TryTakeNumber(out _))
        {
            return false;
        }

        int own = arguments[..prio].LastIndexOf(" pid="u8);
        if (own >= 0 && !new LineCursor(arguments[(own + " pid="u8.Length)..]).TryTakeNumber(out pid))
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
