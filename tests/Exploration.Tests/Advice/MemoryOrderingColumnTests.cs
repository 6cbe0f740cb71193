using System.Text.RegularExpressions;
using Scenarios.Catalogue;

namespace Exploration.Tests.Advice;

/// <summary>
/// The column of docs/MEMORY-ORDERING.md that says what weakening an access does: every row in the long tier, and with
/// <c>STRESS_REFRESH_DOCS=1</c>, which writes it; with every build the rows of the arenas.
/// </summary>
public sealed partial class MemoryOrderingColumnTests
{
    private const string Header = "weakened";

    private static readonly string Document = Repository.PathOf("docs", "MEMORY-ORDERING.md");

    [Fact]
    public void Every_row_says_which_weaker_operation_breaks_a_scenario()
    {
        if (!Tier.IsLong && !MustRefresh)
        {
            Assert.Skip("every row: STRESS_EXPLORE_TIER=long");
        }

        TrackerAdvice advice = new(AdvisedScenarios.All);
        string[] lines = [.. File.ReadLines(Document).Select(line => WithResult(line, advice.ResultOf))];
        if (MustRefresh)
        {
            File.WriteAllLines(Document, lines);
        }

        Assert.Equal(lines, File.ReadAllLines(Document));
    }

    [Theory]
    [InlineData("mms", "mm-publish")]
    [InlineData("publish", "publish")]
    [InlineData("ids-wrap", "id-claim")]
    public void A_scenario_breaks_with_what_the_row_says(string scenario, string id)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(scenario);
        string result = new TrackerAdvice([entry.Create(entry.Defaults)]).ResultOf(id);
        string row = File.ReadLines(Document).Single(line => line.StartsWith($"| {id} |", StringComparison.Ordinal));
        MatchCollection broken = Broken().Matches(result);
        Assert.NotEmpty(broken);
        Assert.All(broken, each => Assert.Contains(each.Groups[1].Value, row, StringComparison.Ordinal));
    }

    private static bool MustRefresh { get; } = Environment.GetEnvironmentVariable("STRESS_REFRESH_DOCS") == "1";

    private static string WithResult(string line, Func<string, string> resultOf)
    {
        string[] cells = line.Split(" | ");
        return !line.StartsWith("| ", StringComparison.Ordinal) || cells.Length < 7 ? line
            : cells[0] == "| id" ? $"{string.Join(" | ", cells[..6])} | {Header} |"
            : cells[0] == "| ---" ? $"{string.Join(" | ", cells[..6])} | --- |"
            : $"{string.Join(" | ", cells[..6])} | {resultOf(cells[0][2..])} |";
    }

    [GeneratedRegex(@"([a-z-]+( and [a-z]+)?) \(`")]
    private static partial Regex Broken();
}
