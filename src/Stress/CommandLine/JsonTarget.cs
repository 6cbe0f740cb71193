using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Stress.CommandLine;

/// <summary>Where the JSON goes: into a file or to standard output, whole or not at all.</summary>
internal sealed class JsonTarget : IDisposable
{
    private const string StandardOutput = "-";

    // Results go to files and terminals, never into HTML: a plus in a version stays readable.
    private static readonly JsonWriterOptions Style =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OutputFile? _file;

    private JsonTarget(OutputFile? file) => _file = file;

    /// <summary>The option, which every verb has.</summary>
    public static ValueOption<string?> Option { get; } = new(
        "--json",
        Form.Text("a path, or - for standard output").OrNone(),
        null,
        "Write the report as one JSON object; with - standard output carries nothing else.");

    /// <summary>Whether the JSON has standard output for itself.</summary>
    public static bool IsStandardOutput(string? path) => path == StandardOutput;

    /// <summary>Opens a path; standard output is only written when the report is complete.</summary>
    /// <exception cref="UsageException">The path cannot be written.</exception>
    public static JsonTarget Open(string path) => new(IsStandardOutput(path)
        ? null
        : OutputFile.Open(path, Option.Name, "a writable path, or - for standard output"));

    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="type">Its source-generated description.</param>
    /// <param name="output">Standard output.</param>
    public void Write<T>(T report, JsonTypeInfo<T> type, TextWriter output)
    {
        if (_file is not null)
        {
            _file.Write(stream => Write(report, type, stream));
            return;
        }

        using MemoryStream buffer = new();
        Write(report, type, buffer);
        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Flush();
        if (output is TerminalWriter { IsGone: true })
        {
            throw new IOException($"{Option.Name} {StandardOutput}: standard output has not taken the report");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static void Write<T>(T report, JsonTypeInfo<T> type, Stream stream)
    {
        using (Utf8JsonWriter writer = new(stream, Style))
        {
            JsonSerializer.Serialize(writer, report, type);
        }

        stream.WriteByte((byte)'\n');
    }
}
