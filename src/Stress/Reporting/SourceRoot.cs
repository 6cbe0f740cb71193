namespace Stress.Reporting;

/// <summary>Source files as whoever reads a report knows them: from the root of their repository.</summary>
internal static class SourceRoot
{
    /// <summary>A folder below the root of a clone; of a second working tree it is a file.</summary>
    private const string Marker = ".git";

    /// <summary>
    /// The path from the root of the repository, with slashes; unchanged if it is relative, or in no repository.
    /// </summary>
    public static string Shorten(string path)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            return path;
        }

        string? root = Path.GetDirectoryName(path);
        while (root is not null && !Path.Exists(Path.Combine(root, Marker)))
        {
            root = Path.GetDirectoryName(root);
        }

        return root is null ? path : Path.GetRelativePath(root, path).Replace('\\', '/');
    }
}
