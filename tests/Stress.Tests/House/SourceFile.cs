namespace Stress.Tests.House;

/// <summary>A text file that people wrote, as opposed to one that a build left behind.</summary>
/// <param name="Name">Path from the root of the repository, with slashes.</param>
internal sealed record SourceFile(string Name)
{
    private static readonly string[] Built = [".git", "artifacts", "bin", "obj", "out", "TestResults"];

    /// <summary>Classes for the checker, some of them broken on purpose: data, and not code of the house.</summary>
    private static readonly string s_cases = Repository.PathOf("tests", "Cases");

    private static readonly string[] Written = [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".ps1", ".sh",
        ".txt", ".yml"];

    /// <summary>Every such file of the repository.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Below(new DirectoryInfo(Repository.Root)).OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>The file's text.</summary>
    public string Text => File.ReadAllText(Repository.PathOf(Name));

    /// <summary>Files whose name ends so, at least one.</summary>
    public static IReadOnlyList<SourceFile> EndingWith(string ending)
    {
        SourceFile[] found = [.. All.Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal))];
        Assert.NotEmpty(found);
        return found;
    }

    private static IEnumerable<SourceFile> Below(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles()
            .Where(file => Written.Contains(file.Extension) || file.Directory!.Name is ".ci" or "eng")
            .Select(file => new SourceFile(Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'))),
        .. folder.EnumerateDirectories().Where(child => !Built.Contains(child.Name) && child.FullName != s_cases)
            .SelectMany(Below),
    ];
}
