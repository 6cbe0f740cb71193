namespace Campaigns.Records;

/// <summary>Files that are there whole or not at all: written beside their place, then renamed.</summary>
public static class WholeFile
{
    /// <summary>Begins the name of a file that is being written.</summary>
    public const string PartialPrefix = ".partial-";

    /// <summary>Where Unix has devices.</summary>
    private const string DeviceFolder = "/dev/";

    /// <summary>Writes a file; whatever was there is replaced.</summary>
    /// <exception cref="IOException">The disk is full, or the folder has gone; nothing is left behind.</exception>
    public static void Write(string path, byte[] content)
    {
        string target = Path.GetFullPath(path);
        if (target.StartsWith(DeviceFolder, StringComparison.Ordinal) && File.Exists(target))
        {
            throw new IOException("it is a device, whose place no file may take");
        }

        string folder = Path.GetDirectoryName(target)!;
        string partial = Path.Combine(folder,
            $"{PartialPrefix}{Path.GetFileName(path)}-{Environment.ProcessId}-{Guid.NewGuid():N}");
        try
        {
            using (FileStream stream = new(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
