using System.Text.RegularExpressions;

namespace Stress.Tests.House;

/// <summary>The lists of what to touch name what there is.</summary>
public sealed partial class ContributingTests
{
    [Fact]
    public void Every_path_in_the_lists_of_contributing_exists()
    {
        string[] paths = [.. Paths().Matches(new SourceFile("CONTRIBUTING.md").Text)
            .Select(match => match.Groups["path"].Value)];
        Assert.True(paths.Length > 20, $"{paths.Length} paths");
        Assert.All(paths, path => Assert.True(Path.Exists(Repository.PathOf(path.Split('/'))), $"{path} is not there"));
    }

    [GeneratedRegex("`(?<path>(?:src|docs|tests|coyote-tests|run-stress)[^` ]*)`")]
    private static partial Regex Paths();
}
