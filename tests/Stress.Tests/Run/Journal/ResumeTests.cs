using System.Diagnostics;
using System.Text.Json.Nodes;
using Runs.Journal;
using Stress.CommandLine;
using Stress.Tests.CommandLine;
using Stress.Tests.FrontDoor;

namespace Stress.Tests.Run.Journal;

public sealed class ResumeTests
{
    private static readonly string[] Summed = ["sections", "mappings", "snapshotsAccepted", "snapshotsAudited",
        "decisionsAudited", "violations"];

    [Fact]
    public async Task A_killed_run_is_resumed_from_its_finished_rounds_and_both_are_summed_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a process is killed by a signal");
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        // Without statistics, every line but the first is a round's.
        using Process process = ExecutableTests.Start(
            $"run --workload churn --time-budget 1000h --stat-interval 1000h --journal {journal}");
        string file = JournalFiles.PathOf(journal, 1);
        while (!File.Exists(file) || new FileInfo(file).Length < 3_000)
        {
            Assert.False(process.HasExited);
            await Task.Delay(20, cancellation);
        }

        process.Kill();
        await process.WaitForExitAsync(cancellation);
        JsonNode[] before = Rounds(File.ReadAllLines(file));

        Invoked run = Invoked.Stress("run", "--resume", journal, "--time-budget", "1s", "--json", "-");
        JsonNode[] after = Rounds(File.ReadAllLines(JournalFiles.PathOf(journal, 2)));

        Assert.True(run.ExitCode is ExitCode.Pass or ExitCode.Inconclusive, run.Error);
        Assert.True(before.Length > 1 && after.Length > 0);
        Assert.All(Summed, field =>
            Assert.Equal(SumOf(before, field) + SumOf(after, field), (long)run.Json["totals"]![field]!));
        Assert.Equal((1, before.Length),
            ((int)run.Json["resumedFrom"]!["sessions"]!, (int)run.Json["resumedFrom"]!["rounds"]!));
        Assert.Equal("churn", (string)run.Json["options"]!["workload"]!);
        Assert.Equal("1s", (string)run.Json["options"]!["timeBudget"]!);
        Assert.Equal(journal, (string)run.Json["options"]!["resume"]!);
        Assert.Contains("resumed from", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The last round of each kind of perturbation has the session's sum.</summary>
    private static long SumOf(JsonNode[] rounds, string field) =>
        rounds.GroupBy(round => (string)round["perturbation"]!).Sum(kind => (long)kind.Last()["totals"]![field]!);

    [Fact]
    public void A_run_whose_time_is_up_is_summed_up_without_going_on()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        Invoked first = Invoked.Stress("run", "--workload", "hot", "--time-budget", "1500ms", "--journal", journal,
            "--json", "-");
        Invoked second = Invoked.Stress("run", "--resume", journal, "--json", "-");

        // The first control run took part of the time, which the journal does not have: at most that may be left.
        Assert.True((long)second.Json["totals"]!["sections"]! >= (long)first.Json["totals"]!["sections"]!);
        Assert.Equal(1, (int)second.Json["resumedFrom"]!["sessions"]!);
        Assert.Null(first.Json["resumedFrom"]);
    }

    [Fact]
    public void Every_session_has_other_random_numbers_that_follow_from_the_seed()
    {
        long[] seeds = [.. Enumerable.Range(1, 5).Select(session => RunJournal.SeedOf(7, session))];

        Assert.Equal(7, seeds[0]);
        Assert.Equal(5, seeds.Distinct().Count());
        Assert.Equal(seeds, Enumerable.Range(1, 5).Select(session => RunJournal.SeedOf(7, session)));
    }

    [Fact]
    public void A_line_that_was_cut_off_is_said()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        JournalLog.Write(journal, JournalLog.Start(), JournalLog.Round("hot", 1, 1000));
        File.AppendAllText(JournalFiles.PathOf(journal, 1), "{\"kind\":\"rou");

        Invoked run = Invoked.Stress("run", "--resume", journal, "--time-budget", "100ms", "--json", "-");

        Assert.Contains("!!! the last line of journal-000001.jsonl was cut off", run.Error, StringComparison.Ordinal);
        Assert.Equal("journal-000001.jsonl", (string)run.Json["resumedFrom"]!["cutOff"]!);
        Assert.True((long)run.Json["totals"]!["sections"]! >= 1000);
    }

    [Fact]
    public void A_violation_of_an_earlier_session_is_one_of_the_sum()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        JournalLog.Write(journal, JournalLog.Start(), JournalLog.Round("hot", 1, 1000),
            JournalLog.Violation("hot", kind: "leftover"));

        Invoked run = Invoked.Stress("run", "--resume", journal, "--time-budget", "100ms", "--json", "-");

        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Equal("leftover", (string)run.Json["violations"]![0]!["kind"]!);
    }

    [Theory]
    [InlineData("--workload", "churn")]
    [InlineData("--seed", "2")]
    [InlineData("--journal", "other")]
    [InlineData("--stat-interval", "1s")]
    public void Only_the_time_to_add_may_be_given_anew(string option, string value)
    {
        using TemporaryFolder folder = new();
        JournalLog.Write(folder.PathOf("j"), JournalLog.Start());

        Invoked.Stress("run", "--resume", folder.PathOf("j"), option, value)
            .AssertRefused("--resume", option, "--time-budget");
    }

    [Fact]
    public void What_cannot_be_kept_or_resumed_is_refused()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");

        Invoked.Stress("run", "--resume", journal).AssertRefused("--resume", "no journal");
        Invoked.Stress("run", "--journal", journal, "--audit", "off").AssertRefused("--journal", "--audit exact");
        Invoked.Stress("run", "--journal", journal, "--workload", "litmus:corr").AssertRefused("--journal", "litmus");
        JournalLog.Write(journal, JournalLog.Start());
        Invoked.Stress("run", "--journal", journal, "--workload", "hot").AssertRefused("--journal", "--resume");
    }

    private static JsonNode[] Rounds(string[] lines) =>
        [.. lines.Where(line => line.EndsWith('}')).Select(line => JsonNode.Parse(line)!)
            .Where(line => (string)line["kind"]! == "round")];
}
