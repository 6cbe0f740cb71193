using System.Buffers;
using System.Runtime.InteropServices;
using Runs.Tracing.Events;

namespace Runs.Tracing.Parsing;

/// <summary>Reads a trace's lines from a stream into records, in the stream's order.</summary>
internal static class TraceLines
{
    /// <summary>
    /// Bytes read at once: fits the second-level cache of every current core together with the records written.
    /// </summary>
    private const int BlockBytes = 256 * 1024;

    /// <summary>Longest line that is looked at, in bytes; a longer one is no trace's.</summary>
    private const int MaxLineBytes = 64 * 1024;

    /// <summary>Parses every line.</summary>
    /// <param name="stream">Text of <c>perf script</c>.</param>
    /// <param name="skips">Counts the lines that cannot be used.</param>
    /// <param name="expected">Lines expected, so that the list need not grow often.</param>
    /// <param name="lines">Lines in all.</param>
    public static List<TraceRecord> Read(Stream stream, SkipLog skips, int expected, out int lines)
    {
        List<TraceRecord> records = new(expected);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BlockBytes + MaxLineBytes);
        int filled = 0;
        lines = 0;
        bool isTooLong = false;
        while (true)
        {
            int read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            ReadOnlySpan<byte> rest = buffer.AsSpan(0, filled);
            int end;
            while ((end = rest.IndexOf((byte)'\n')) >= 0)
            {
                Add(isTooLong ? [] : rest[..end], ++lines, isTooLong, records, skips);
                isTooLong = false;
                rest = rest[(end + 1)..];
            }

            if (read == 0)
            {
                if (!rest.IsEmpty || isTooLong)
                {
                    Add(rest, ++lines, isTooLong, records, skips, isLast: true);
                }

                ArrayPool<byte>.Shared.Return(buffer);
                return records;
            }

            if (rest.Length > MaxLineBytes)
            {
                isTooLong = true;
                rest = [];
            }

            rest.CopyTo(buffer);
            filled = rest.Length;
        }
    }

    private static void Add(ReadOnlySpan<byte> line, int number, bool isTooLong, List<TraceRecord> records,
        SkipLog skips, bool isLast = false)
    {
        CollectionsMarshal.SetCount(records, records.Count + 1);
        ref TraceRecord record = ref CollectionsMarshal.AsSpan(records)[^1];
        SkipKind? skip = isTooLong ? SkipKind.NoEventLine : LineParser.Parse(line, out record);
        record.Line = number;
        if (skip is SkipKind kind)
        {
            if (kind == SkipKind.LostEvents)
            {
                skips.AddLost(record.Length);
            }

            // A file that ends inside a line was cut there.
            skips.Add(isLast && kind is (SkipKind.NoEventLine or SkipKind.NoArguments)
                ? SkipKind.CutShort
                : kind, number);
            CollectionsMarshal.SetCount(records, records.Count - 1);
        }
    }
}
