using System.Text.RegularExpressions;
using Stress.Tests.CommandLine;

namespace Stress.Tests.House;

/// <summary>The report in the README is of the form that the program prints.</summary>
public sealed partial class ReadmeReportTests
{
    private const int MostLines = 150;

    [Fact]
    public void The_report_in_the_readme_has_the_lines_and_columns_that_a_run_prints()
    {
        string[] shown = [.. Block().Match(new SourceFile("README.md").Text).Groups["text"].Value.Split('\n')
            .Select(Form)];
        Invoked run = Invoked.Stress("run", "--workload", "hot", "--time-budget", "1s");
        HashSet<string> printed = [.. run.Output.Split('\n').Select(Form)];

        // The last line has the verdict, which on a busy machine may be another one.
        Assert.All(shown[..^1], line => Assert.Contains(line, printed));
        Assert.StartsWith("stress run: end PASS: ", shown[^1], StringComparison.Ordinal);
        Assert.True(shown.Length > 5, string.Join('\n', shown));
    }

    [Fact]
    public void The_readme_is_read_in_two_screens_and_a_bit() =>
        Assert.InRange(new SourceFile("README.md").Text.Split('\n').Length, 1, MostLines);

    /// <summary>A line without its figures and its alignment.</summary>
    private static string Form(string line) => Space().Replace(Figure().Replace(line, "#"), " ").Trim();

    [GeneratedRegex("<!-- report of run: .*? -->\n```\n(?<text>.*?)\n```\n<!-- report: end -->",
        RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\d[\d,.]*|─+|!!! ")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
