namespace Exploration.Counterexamples;

/// <summary>Paths of source files as a reader of a report wants them.</summary>
internal static class SourcePath
{
    /// <summary>What a build with <c>ContinuousIntegrationBuild</c> writes for the root of its repository.</summary>
    private const string MappedRoot = "/_/";

    /// <summary>
    /// A path that a compiler wrote into debug information: relative, with slashes, if the file is known to be below
    /// the repository's root or the current directory; else as it is.
    /// </summary>
    public static string Shorten(string path)
    {
        if (path.StartsWith(MappedRoot, StringComparison.Ordinal))
        {
            return path[MappedRoot.Length..];
        }

        // A path of another operating system is none here.
        string relative = Path.IsPathFullyQualified(path)
            ? Path.GetRelativePath(Environment.CurrentDirectory, path)
            : "..";
        bool isBelow = relative.Split(Path.DirectorySeparatorChar)[0] != ".." && !Path.IsPathRooted(relative);
        return isBelow ? relative.Replace('\\', '/') : path;
    }

    /// <summary>The name of the file, with slashes of any operating system before it.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
