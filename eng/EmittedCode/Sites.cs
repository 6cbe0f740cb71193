using System.Text.RegularExpressions;

namespace EmittedCode;

/// <summary>The tagged accesses of the source, which a test holds to the rows of
/// <c>docs/MEMORY-ORDERING.md</c>.</summary>
public static partial class Sites
{
    /// <summary>Finds them.</summary>
    /// <param name="folder">The folder <c>src/Tracker</c>.</param>
    public static IReadOnlyList<Site> Find(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
               .Order(StringComparer.Ordinal)
           from line in File.ReadLines(file).Index()
           let tag = Tag().Match(line.Item)
           where tag.Success && !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
           from Match access in Access().Matches(line.Item)
           select new Site(tag.Groups[1].Value, access.Groups[1].Value, Path.GetFileName(file), line.Index + 1),
    ];

    [GeneratedRegex(@"TMemory\.(\w+)\(")]
    private static partial Regex Access();

    [GeneratedRegex(@"// \[([a-z-]+)\]")]
    private static partial Regex Tag();
}
