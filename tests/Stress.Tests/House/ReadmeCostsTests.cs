using System.Text.RegularExpressions;

namespace Stress.Tests.House;

public sealed partial class ReadmeCostsTests
{
    /// <summary>Set to 1, the tables are rewritten from the results instead of compared with them.</summary>
    private const string RefreshVariable = "STRESS_REFRESH_DOCS";

    private const string Readme = "docs/TRACKER.md";

    [Fact]
    public void The_costs_in_the_document_are_those_of_the_committed_results_that_it_names()
    {
        string readme = new SourceFile(Readme).Text;
        Match block = Block().Match(readme);
        Assert.True(block.Success,
            $"{Readme} has no '<!-- costs of benchmarks/results/MACHINE: generated -->' with its end");
        string expected = new ReadmeCosts(block.Groups["folder"].Value).Text;
        Group text = block.Groups["text"];
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1")
        {
            File.WriteAllText(Repository.PathOf(Readme),
                readme[..text.Index] + expected + readme[(text.Index + text.Length)..]);
            return;
        }

        Assert.True(text.Value == expected,
            $"{Readme} differs from the results; refresh it by running this test with {RefreshVariable}=1. "
            + $"Expected:\n{expected}");
    }

    [Fact]
    public void A_committed_result_that_is_missing_or_ambiguous_is_named()
    {
        ResultTable table = ResultTable.Read("README.md", "verb");
        Assert.ThrowsAny<Exception>(() => table.Cell("does", "`sleep`"));
        Assert.ThrowsAny<Exception>(() => table.Cell("costs", "`run`"));
        Assert.ThrowsAny<Exception>(() => ResultTable.Read("README.md", "no such column"));
    }

    [
        GeneratedRegex(
            "<!-- costs of (?<folder>benchmarks/results/[^: ]+): generated -->\n(?<text>.*?)\n<!-- costs: end -->",
            RegexOptions.Singleline)]
    private static partial Regex Block();
}
