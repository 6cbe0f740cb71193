using System.Buffers;
using System.Buffers.Text;

namespace Stress.Tracing.Parsing;

/// <summary>
/// Parses how a line of <c>perf script</c> begins: <c>COMMAND PID/TID [CPU] SECONDS:</c>. The command is padded and may contain
/// anything, so the line is read from its first "PID/TID [CPU]" on.
/// </summary>
internal static class LineHead
{
    private static readonly SearchValues<byte> TimeBytes = SearchValues.Create("0123456789."u8);

    /// <summary>Finds "PID/TID [CPU] SECONDS: " by its bracket: a command may have brackets too.</summary>
    /// <param name="line">The line.</param>
    /// <param name="record">Gets process and thread.</param>
    /// <param name="cursor">Where the event's name begins.</param>
    /// <param name="hasTask">Whether there is at least a "PID/TID [CPU]".</param>
    public static bool TryParse(ReadOnlySpan<byte> line, ref TraceRecord record, out LineCursor cursor, out bool hasTask)
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
}
