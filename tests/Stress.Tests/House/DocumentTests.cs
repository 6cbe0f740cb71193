using System.Text.RegularExpressions;

namespace Stress.Tests.House;

public partial class DocumentTests
{
    private static readonly string[] Entrances = ["README.md", "docs/ARCHITECTURE.md"];

    [Fact]
    public void Every_document_is_reached_from_the_readme_or_the_architecture()
    {
        string entrances = string.Concat(Entrances.Select(name => new SourceFile(name).Text));
        Assert.All(
            SourceFile.EndingWith(".md").Where(file => file.Name.StartsWith("docs/", StringComparison.Ordinal)),
            file => Assert.Contains($"]({Path.GetFileName(file.Name)})",
                entrances.Replace("](docs/", "](", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_between_files_leads_somewhere() =>
        Assert.Empty(SourceFile.EndingWith(".md").SelectMany(file => LocalLink().Matches(file.Text)
            .Select(match => match.Groups["path"].Value)
            .Where(path => !Path.Exists(Repository.PathOf(Path.GetDirectoryName(file.Name)!, path)))
            .Select(path => $"{file.Name}: {path}")));

    [GeneratedRegex(@"\]\((?!\w+:|#)(?<path>[^)#\s]+)[^)]*\)")]
    private static partial Regex LocalLink();
}
