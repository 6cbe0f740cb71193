using System.Buffers;

namespace Runs.Tracing.Parsing;

/// <summary>
/// Parses how a line of <c>perf script</c> begins: <c>COMMAND PID/TID [CPU] SECONDS:</c>, or with its default fields
/// <c>COMMAND TID [CPU] SECONDS:</c>. The command is padded and may contain anything, so the line is read from its
/// first such part on.
/// </summary>
internal static class LineHead
{
    private static readonly SearchValues<byte> TimeBytes = SearchValues.Create("0123456789."u8);

    /// <summary>
    /// Finds "PID/TID [CPU] SECONDS: " or "TID [CPU] SECONDS: " by its bracket: a command may have brackets too.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="record">Gets process and thread.</param>
    /// <param name="cursor">Where the event's name begins.</param>
    /// <param name="hasTask">Whether there is one that the line ends in.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, ref TraceRecord record, out LineCursor cursor,
        out bool hasTask)
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
                if (TrySkipTime(ref cursor))
                {
                    return true;
                }

                hasTask = !cursor.Rest.ContainsAnyExcept(TimeBytes);
            }
        }

        return false;
    }

    /// <summary>Reads "PID/TID " or "TID " backwards.</summary>
    private static bool TryParseIds(ReadOnlySpan<byte> before, ref TraceRecord record)
    {
        ReadOnlySpan<byte> text = before.TrimEnd((byte)' ');
        record.Pid = TraceRecord.NoPid;
        if (text.Length == before.Length || !TryTakeLastId(ref text, out record.Tid))
        {
            return false;
        }

        if (text.EndsWith("/"u8))
        {
            text = text[..^1];
            if (!TryTakeLastId(ref text, out record.Pid))
            {
                return false;
            }
        }

        return text.IsEmpty || text[^1] == (byte)' ';
    }

    /// <summary>Reads the digits that a text ends in, digit by digit: there are few.</summary>
    private static bool TryTakeLastId(ref ReadOnlySpan<byte> text, out int id)
    {
        long value = 0;
        long weight = 1;
        int start = text.Length;
        while (start > 0 && char.IsAsciiDigit((char)text[start - 1]) && weight <= int.MaxValue)
        {
            value += (text[--start] - '0') * weight;
            weight *= 10;
        }

        bool isFound = start < text.Length && value <= int.MaxValue;
        id = (int)value;
        text = text[..start];
        return isFound;
    }

    /// <summary>
    /// Steps over "SECONDS.FRACTION: ". Lines are replayed in the file's order, so the time itself is not needed.
    /// </summary>
    private static bool TrySkipTime(ref LineCursor cursor)
    {
        cursor.SkipSpaces();
        int colon = cursor.Rest.IndexOfAnyExcept(TimeBytes);
        if (colon < 1 || cursor.Rest[colon] != (byte)':')
        {
            return false;
        }

        cursor = new LineCursor(cursor.Rest[(colon + 1)..]);
        cursor.SkipSpaces();
        return true;
    }
}
