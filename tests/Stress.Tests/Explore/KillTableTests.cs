using Scenarios.Canaries;
using Scenarios.Selection;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

/// <summary>
/// Which model shows which canary in its own scenario, as docs/CHECKERS.md has it. All of them take a minute: with
/// <c>STRESS_RUN_TIER=long</c>, and with <c>STRESS_REFRESH_DOCS=1</c>, which writes the table.
/// </summary>
public class KillTableTests
{
    private const string Table = "kill table";

    private static readonly string[] Models = ["sc", "tso", "dotnet", "rc11"];

    [Fact]
    public void The_document_says_which_model_shows_which_canary()
    {
        Assert.SkipUnless(
            DocumentTable.MustRefresh || Tier.IsLong,
            "the long tier");
        string table = DocumentTable.Format(
            ["canary", "scenario", "writers, readers", .. Models], CanaryCatalogue.All.SelectMany(Row), rule: "---");
        if (DocumentTable.MustRefresh)
        {
            DocumentTable.Write(Table, table);
        }

        Assert.Equal(table, DocumentTable.Read(Table));
    }

    [Fact]
    public void Every_canary_that_can_be_explored_has_a_row_and_dotnet_shows_each()
    {
        Assert.SkipWhen(DocumentTable.MustRefresh, "the table is being written");
        string[] rows = DocumentTable.Read(Table).Split('\n')[2..];
        Assert.Equal(CanaryCatalogue.All.Count - 1, rows.Length);
        Assert.All(rows, row => Assert.Equal("found", row.Split(" | ")[5]));
    }

    [Theory]
    [InlineData("two-word-look-plain")]
    [InlineData("reader-first-read-plain")]
    [InlineData("mm-publish-plain")]
    [InlineData("writer-no-step")]
    public void The_row_of_a_canary_is_what_the_command_says(string name)
    {
        Assert.SkipWhen(DocumentTable.MustRefresh, "the table is being written");
        Assert.Contains(
            $"| {string.Join(" | ", Assert.Single(Row(CanaryCatalogue.Find(name))))} |",
            DocumentTable.Read(Table).Split('\n'));
    }

    /// <summary>Nothing for a canary that no scenario shows.</summary>
    private static IEnumerable<IReadOnlyList<string>> Row(Canary canary)
    {
        Invoked run = Invoked.Stress("explore", "--canary", canary.Name, "--model", "all", "--json", "-");
        if (run.ExitCode == ExitCode.Usage)
        {
            yield break;
        }

        var results = run.Json["results"]!.AsArray();
        yield return
        [
            $"`{canary.Name}`",
            $"`{(string)results[0]!["scenario"]!}`",
            $"{(int)results[0]!["writers"]!}, {(int)results[0]!["readers"]!}",
            .. Models.Select(model => CellOf((string)results.Single(
                result => (string)result!["model"]! == model)!["verdict"]!)),
        ];
    }

    private static string CellOf(string verdict) => verdict switch
    {
        "violation" => "found",
        "pass" => "-",
        "inconclusive" => "?",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };
}
