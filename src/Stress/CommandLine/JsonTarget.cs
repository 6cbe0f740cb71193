using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Stress.CommandLine;

/// <summary>
/// Where the JSON goes. Opened before the work starts, so that a path that cannot be written is refused before an hour of
/// results is lost; an existing file keeps its contents until the new report is complete.
/// </summary>
internal sealed class JsonTarget : IDisposable
{
    private const string StandardOutput = "-";

    // Results go to files and terminals, never into HTML: a plus in a version stays readable.
    private static readonly JsonWriterOptions Style =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _stream;

    private JsonTarget(Stream stream) => _stream = stream;

    /// <summary>The option, one for each verb.</summary>
    public static ValueOption<string?> CreateOption() => new(
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
            return new JsonTarget(new MemoryStream());
        }

        try
        {
            return new JsonTarget(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read));
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
        if (_stream.CanSeek)
        {
            _stream.SetLength(0);
        }

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
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
