using System.Text.Json;

namespace Runs.Journal;

/// <summary>
/// Appends lines to a journal. Each line is handed to the system at once and whole, so that killing the process loses
/// at most the line that is being written; what a loss of power must not take either is forced to disk. Any thread may
/// append.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    /// <summary>
    /// A file that has grown to this size is left and the next one begun: small enough for every editor.
    /// </summary>
    private const long MaxFileBytes = 16 << 20;

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly long _maxFileBytes;
    private int _number;
    private FileStream _file;

    /// <summary>Begins a file.</summary>
    /// <param name="folder">The journal, made if need be.</param>
    /// <param name="number">Number of the file.</param>
    /// <param name="maxFileBytes">When to begin the next one.</param>
    /// <exception cref="InputException">It cannot be made.</exception>
    public JournalWriter(string folder, int number = 1, long maxFileBytes = MaxFileBytes)
    {
        _folder = folder;
        _number = number;
        _maxFileBytes = maxFileBytes;
        try
        {
            Directory.CreateDirectory(folder);
            _file = Create(number);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            throw new InputException(
                $"'{folder}' cannot be written ({e.Message}); accepted: a folder, new or without a journal "
                + "(--resume goes on with one)");
        }
    }

    /// <summary>
    /// Why nothing has been written since some moment, such as a disk that is full; null while all is well.
    /// </summary>
    public string? Failure { get; private set; }

    /// <summary>Appends a line.</summary>
    /// <param name="entry">What it says.</param>
    /// <param name="toDisk">Whether to wait until it is on disk.</param>
    public void Append(JournalEntry entry, bool toDisk = false)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.JournalEntry), (byte)'\n'];
        lock (_gate)
        {
            if (Failure is not null)
            {
                return;
            }

            try
            {
                _file.Write(line);
                bool isFull = _file.Length >= _maxFileBytes;
                if (toDisk || isFull)
                {
                    _file.Flush(flushToDisk: true);
                }

                if (isFull)
                {
                    _file.Dispose();
                    _file = Create(++_number);
                }
            }
            catch (IOException e)
            {
                // The run is worth more than its journal.
                Failure = e.Message;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
        }
    }

    /// <summary>
    /// Without a buffer, since lines go out at once; shared with nobody, so that a journal that is being written is not
    /// resumed.
    /// </summary>
    private FileStream Create(int number) =>
        new(JournalFiles.PathOf(_folder, number), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
}
