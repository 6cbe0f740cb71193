using System.Text.RegularExpressions;

namespace Stress.Tests.House;

public partial class DocumentTests
{
    private static readonly string[] Entrances = ["README.md", "docs/ARCHITECTURE.md"];

    [Fact]
    public void Every_document_is_reached_from_the_readme_or_the_architecture()
    {
        string entrances = string.Concat(SourceFile.All.Where(file => Entrances.Contains(file.Name)).Select(file => file.Text));
        Assert.All(
            SourceFile.All.Where(file => file.Name.StartsWith("docs/", StringComparison.Ordinal) && file.Name.EndsWith(".md")
                && entrances.Length > 0 && !Entrances.Contains(file.Name)),
            file => Assert.Contains(Path.GetFileName(file.Name), entrances, StringComparison.Ordinal));
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
