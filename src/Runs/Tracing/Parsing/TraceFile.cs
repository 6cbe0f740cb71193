using System.Diagnostics;
using Runs.Tracing.Events;

namespace Runs.Tracing.Parsing;

/// <summary>Opens a trace: text, or compressed with gzip, as its name or its first bytes say.</summary>
public static class TraceFile
{
    private const string Accepted =
        "the text that perf script prints, with its default fields or -F "
        + "comm,pid,tid,cpu,time,event,trace, plain or .gz";

    /// <summary>Bytes of a line, few rather than many: those of perf have 130.</summary>
    private const int BytesOfLine = 110;

    /// <summary>Bytes of a line in a compressed trace: the three samples have 7 to 9.</summary>
    private const int CompressedBytesOfLine = 8;

    /// <summary>Room for so many lines is set aside before any is read: 50 MB.</summary>
    private const int MaxExpected = 1 << 20;

    /// <summary>Reads the trace of a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no such trace.</exception>
    public static RecordedTrace Load(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return Load(path, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            throw new InputException(
                $"'trace:{path}' cannot be read ({FirstLine(exception.Message)}); accepted: {Accepted}");
        }
    }

    /// <summary>Reads a trace from a stream, such as an embedded one.</summary>
    /// <param name="name">Name to report; ends in <c>.gz</c> if the stream is to be compressed.</param>
    /// <param name="stream">The trace; must be able to seek if compression is to be recognised by the first
    /// bytes.</param>
    /// <exception cref="InputException">The stream is no such trace.</exception>
    public static RecordedTrace Load(string name, Stream stream)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            bool isCompressed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || HasGzipMagic(stream);
            SkipLog skips = new();
            int lines;
            List<TraceRecord> records;
            if (isCompressed)
            {
                using GzipText text = new(stream);
                records = TraceLines.Read(text, skips, Expected(stream, CompressedBytesOfLine), out lines);
            }
            else
            {
                records = TraceLines.Read(stream, skips, Expected(stream, BytesOfLine), out lines);
            }

            if (skips.FirstLine(SkipKind.OtherMachine) is int fault)
            {
                throw new InputException(
                    $"'trace:{name}' is not an x86-64 trace, no page fault there has the code of the one in line "
                    + $"{fault}; accepted: {Accepted}, recorded on x86-64");
            }

            if (records.Count == 0)
            {
                throw new InputException(
                    $"'trace:{name}' is no trace, none of its {lines} lines is an event; accepted: {Accepted}");
            }

            RecordedTrace trace = TraceLinker.Link(name, lines, records, skips);
            return trace.Processes.Count != 0
                ? trace with { ReadSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds }
                : throw new InputException(
                    $"'trace:{name}' shows no process that could be replayed: {string.Join(", ", trace.Skipped)}; "
                    + $"accepted: {Accepted}");
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(
                $"'trace:{name}' is a damaged or truncated gzip file ({FirstLine(exception.Message)}); accepted: "
                + $"{Accepted}");
        }
    }

    /// <summary>Lines that a stream of known length may have; the rest of a longer one is read all the same.</summary>
    private static int Expected(Stream stream, int bytesOfLine) =>
        stream.CanSeek ? (int)Math.Min(stream.Length / bytesOfLine, MaxExpected) : 0;

    private static bool HasGzipMagic(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return false;
        }

        bool isGzip = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return isGzip;
    }

    private static string FirstLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
