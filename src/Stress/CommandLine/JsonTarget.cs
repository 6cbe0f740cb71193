using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Stress.CommandLine;

/// <summary>
/// Where the JSON goes: whole or not at all. The report is written beside its path and takes the path's place when it is on disk, so
/// that whatever ends the process leaves the earlier report, or none. The place beside is made before the work starts, so that a path that
/// cannot be written is refused before an hour of results is lost.
/// </summary>
internal sealed class JsonTarget : IDisposable
{
    private const string StandardOutput = "-";

    /// <summary>Behind the path's name while the report is not complete.</summary>
    private const string PartialSuffix = ".partial";

    /// <summary>Where Unix has devices, which are written themselves: nothing may take their place.</summary>
    private const string DeviceFolder = "/dev/";

    // Results go to files and terminals, never into HTML: a plus in a version stays readable.
    private static readonly JsonWriterOptions Style =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _stream;
    private readonly string? _path;
    private bool _isInPlace;

    /// <param name="stream">Where the report is written.</param>
    /// <param name="path">The path that the stream's file takes when it is complete; null for one that is written itself.</param>
    private JsonTarget(Stream stream, string? path)
    {
        _stream = stream;
        _path = path;
    }

    /// <summary>The option, which every verb has.</summary>
    public static ValueOption<string?> Option { get; } = new(
        "--json",
        Form.Text("a path, or - for standard output").OrNone(),
        null,
        "Write the report as one JSON object; with -, nothing else goes to standard output.");

    /// <summary>Whether the JSON has standard output for itself.</summary>
    public static bool IsStandardOutput(string? path) => path == StandardOutput;

    /// <summary>Opens a path; standard output is only written when the report is complete.</summary>
    /// <exception cref="UsageException">The path cannot be written.</exception>
    public static JsonTarget Open(string path)
    {
        if (IsStandardOutput(path))
        {
            return new JsonTarget(new MemoryStream(), path: null);
        }

        try
        {
            string target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? path;
            if (Directory.Exists(target))
            {
                throw new IOException("it is a folder");
            }

            if (File.Exists(target))
            {
                FileStream existing = new(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                if (!existing.CanSeek || Path.GetFullPath(target).StartsWith(DeviceFolder, StringComparison.Ordinal))
                {
                    return new JsonTarget(existing, path: null);
                }

                existing.Dispose();
            }

            return new JsonTarget(new FileStream(target + PartialSuffix, FileMode.Create, FileAccess.Write, FileShare.Read), target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(
                $"--json: '{path}' cannot be written ({e.Message}); accepted: a writable path, or - for standard output");
        }
    }

    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="type">Its source-generated description.</param>
    /// <param name="output">Standard output.</param>
    public void Write<T>(T report, JsonTypeInfo<T> type, TextWriter output)
    {
        using (Utf8JsonWriter writer = new(_stream, Style))
        {
            JsonSerializer.Serialize(writer, report, type);
        }

        _stream.WriteByte((byte)'\n');
        if (_stream is MemoryStream buffer)
        {
            output.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            output.Flush();
        }

        if (_path is not null)
        {
            ((FileStream)_stream).Flush(flushToDisk: true);
            _stream.Dispose();
            File.Move(_path + PartialSuffix, _path, overwrite: true);
            _isInPlace = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        if (_path is not null && !_isInPlace)
        {
            File.Delete(_path + PartialSuffix);
        }
    }
}
