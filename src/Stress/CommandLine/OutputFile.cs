namespace Stress.CommandLine;

/// <summary>
/// A file that is written whole or not at all. It is written beside its path and takes the path's place when it is on
/// disk, so that whatever ends the process leaves the earlier file, or none. The place beside is made before the work
/// starts, so that a path that cannot be written is refused before an hour of results is lost.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    /// <summary>Behind the path's name while the file is not complete.</summary>
    private const string PartialSuffix = ".partial";

    /// <summary>Where Unix has devices, which are written themselves: nothing may take their place.</summary>
    private const string DeviceFolder = "/dev/";

    private readonly FileStream _stream;
    private readonly string? _path;
    private bool _isInPlace;

    /// <param name="stream">What is written.</param>
    /// <param name="path">The path that the stream's file takes when it is complete; null for one that is written
    /// itself.</param>
    private OutputFile(FileStream stream, string? path)
    {
        _stream = stream;
        _path = path;
    }

    /// <summary>Opens a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="accepted">What the option accepts.</param>
    /// <exception cref="UsageException">The path cannot be written.</exception>
    public static OutputFile Open(string path, string option, string accepted)
    {
        try
        {
            string target = (File.Exists(path)
                ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName
                : null) ?? path;
            if (Directory.Exists(target))
            {
                throw new IOException("it is a folder");
            }

            if (File.Exists(target))
            {
                FileStream existing = new(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                if (!existing.CanSeek || Path.GetFullPath(target).StartsWith(DeviceFolder, StringComparison.Ordinal))
                {
                    return new OutputFile(existing, path: null);
                }

                existing.Dispose();
            }

            return new OutputFile(new FileStream(target + PartialSuffix, FileMode.Create, FileAccess.Write,
                FileShare.Read), target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            throw new UsageException($"{option}: '{path}' cannot be written ({e.Message}); accepted: {accepted}");
        }
    }

    /// <summary>Writes the whole file.</summary>
    public void Write(Action<Stream> write)
    {
        write(_stream);
        _stream.Flush();
        if (_path is not null)
        {
            _stream.Flush(flushToDisk: true);
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
