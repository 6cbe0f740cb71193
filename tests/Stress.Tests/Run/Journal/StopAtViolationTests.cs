using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Run.Journal;

public sealed class StopAtViolationTests
{
    [Fact]
    public void The_first_violation_ends_the_run_and_the_whole_log_of_its_round_is_kept()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        Invoked run = Invoked.Stress(
            "run", "--canary", "reader-no-recheck", "--stop-at-violation", "--journal", journal, "--time-budget", "10m",
            "--json", "-");

        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Contains("violation-1", run.Error, StringComparison.Ordinal);
        JsonNode[] lines = [.. File.ReadAllLines(Path.Combine(journal, "journal-000001.jsonl"))
            .Select(line => JsonNode.Parse(line)!)];
        int violation = Array.FindIndex(lines, line => (string)line["kind"]! == "violation");
        int round = Array.FindIndex(lines, violation, line => (string)line["kind"]! == "round");

        // Its round alone was kept: what the rounds before it had is not in the tables.
        long before = lines[..round].Where(line => (string)line["kind"]! == "round")
            .Select(line => (long)line["totals"]!["sections"]!).LastOrDefault();
        string[] sections = Table(journal, "sections");
        Assert.Equal((long)lines[round]["totals"]!["sections"]! - before, sections.Length);
        string stamp = lines[violation]["violation"]!["stamp"]!.ToString();
        Assert.Contains(Table(journal, "snapshots"), row => row.Split(',')[2] == stamp);
        string[] folios = [.. Table(journal, "folios").Select(row => row.Split(',')[0])];
        Assert.All(sections, row => Assert.Contains(row.Split(',')[1], folios));
        Assert.NotEmpty(Table(journal, "mms"));
    }

    [Fact]
    public void Without_a_journal_it_is_said_that_the_log_is_not_kept()
    {
        Invoked run = Invoked.Stress("run", "--canary", "reader-no-recheck", "--stop-at-violation",
            "--time-budget", "10m");

        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Contains("kept with --journal only", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The rows of a table, without its names.</summary>
    private static string[] Table(string journal, string name) =>
        File.ReadAllLines(Path.Combine(journal, "violation-1", $"{name}.csv"))[1..];
}
