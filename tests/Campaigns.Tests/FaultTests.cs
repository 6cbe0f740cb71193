using System.Text;
using System.Text.RegularExpressions;
using Campaigns.Merging;
using Campaigns.Plans;
using Campaigns.Records;
using Campaigns.Work;
using CsCheck;
using Exploration;
using Exploration.Search;
using Harness;

namespace Campaigns.Tests;

/// <summary>What goes wrong on many machines is seen, and what is seen is not counted.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TestCampaign _campaign = new(ModelName.Dotnet, 6, slice: 200, "seqcount:2", "Graph");

    public void Dispose() => _campaign.Dispose();

    [Fact]
    public void A_merge_before_the_end_is_inconclusive_and_says_what_is_missing()
    {
        MergedCampaign none = _campaign.Sum();
        Assert.Equal(Verdict.Inconclusive, none.Verdict);
        Assert.Equal(_campaign.Plan.Cells.Select(cell => cell.Name), none.Missing);
        _campaign.Work(1, 2);
        Assert.Equal(_campaign.Plan.Cells.Where((_, index) => index % 2 == 1).Select(cell => cell.Name),
            _campaign.Sum().Missing);
    }

    [Fact]
    public void A_dropped_record_is_missed_by_name()
    {
        _campaign.Complete(2);
        string dropped = Path.GetFileName(_campaign.Files[1]);
        File.Delete(_campaign.Files[1]);
        MergedCampaign merged = _campaign.Sum();
        Assert.False(merged.IsComplete);
        Assert.Equal(Verdict.Inconclusive, merged.Verdict);
        Cell cell = _campaign.Plan.Cells.Single(cell => dropped.StartsWith(cell.Id, StringComparison.Ordinal));
        Assert.Equal([cell.Name], merged.Missing);
        Assert.NotEqual("1/1", merged.Shares);
    }

    [Fact]
    public void A_cell_done_twice_counts_once_and_a_merge_changes_nothing()
    {
        string before = TestCampaign.Report(_campaign.Complete(2));
        string[] files = _campaign.Files;
        string kept = Path.Combine(_campaign.Records, "..", "kept.json");
        File.Move(files[0], kept);
        Assert.Equal(1, _campaign.Work(1, 1).Done);
        Assert.Equal(files, _campaign.Files);
        File.Move(kept, files[0], overwrite: true);
        Assert.Equal(before, TestCampaign.Report(_campaign.Sum()));
        Assert.Equal(before, TestCampaign.Report(_campaign.Sum()));
        Assert.Equal(files, _campaign.Files);
    }

    [Fact]
    public void A_record_that_is_cut_changed_or_swapped_is_rejected_wherever_it_is_cut_or_changed()
    {
        _campaign.Complete(2);
        string file = _campaign.Files[0];
        byte[] whole = File.ReadAllBytes(file);
        Gen.Int[0, whole.Length - 1].Sample(
            length =>
            {
                File.WriteAllBytes(file, whole[..length]);
                Assert.Contains("cut", Assert.Single(_campaign.Sum().Rejected), StringComparison.Ordinal);
            },
            iter: 30,
            threads: 1);
        string text = Encoding.UTF8.GetString(whole);
        foreach (string field in new[] { "executions", "blocked", "truncated" })
        {
            File.WriteAllText(file, Regex.Replace(text, $"(\"{field}\":)(\\d+)",
                match => $"{match.Groups[1]}{long.Parse(match.Groups[2].Value) + 1}"));
            AssertRejected("changed");
        }

        File.WriteAllBytes(file, File.ReadAllBytes(_campaign.Files[1]));
        AssertRejected("another one's");
        File.WriteAllBytes(file, whole);
        Assert.True(_campaign.Sum().IsComplete);
    }

    [Fact]
    public void Two_results_of_a_part_of_a_search_are_an_internal_error()
    {
        _campaign.Complete(2);
        List<string> rejected = [];
        CellRecord record = new RecordFolder(_campaign.Records).ReadAll(rejected)[0];
        CellResult other = new() { Part = record.Result.Part! with { Executions = record.Result.Part.Executions + 1 } };
        new RecordFolder(_campaign.Records).Write(CellRecord.Of(record.Cell, other, 1, "host"));
        Assert.Contains("two results", Assert.Throws<InvalidDataException>(_campaign.Sum).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_another_plan_are_refused_by_workers_and_merge()
    {
        using TestCampaign other = new(ModelName.Sc, 2, slice: 200, "seqcount:2", "Graph");
        other.Work(1, 1);
        File.Copy(other.Files[0], Path.Combine(_campaign.Records, Path.GetFileName(other.Files[0])));
        Assert.Contains("another plan", Assert.Throws<CampaignException>(_campaign.Sum).Message,
            StringComparison.Ordinal);
        Assert.Contains("another plan", Assert.Throws<CampaignException>(() => _campaign.Work(1, 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_vanishes_while_a_worker_works_ends_it_and_is_made_again_by_the_next()
    {
        string before = Path.Combine(_campaign.Records, "..", "before");
        _campaign.Work(1, 3);
        int done = _campaign.Files.Length;
        CallingRunner vanishing = new(() => Directory.Move(_campaign.Records, before));
        Assert.Contains("the records there are whole",
            Assert.Throws<IOException>(() => _campaign.Work(1, 1, vanishing)).Message, StringComparison.Ordinal);
        Assert.Equal(_campaign.Plan.Cells.Count, _campaign.Work(1, 1).Done);
        Directory.Delete(_campaign.Records, recursive: true);
        Directory.Move(before, _campaign.Records);
        Assert.Equal((done, _campaign.Plan.Cells.Count - done),
            (_campaign.Work(1, 1) is var again ? again.Before : 0, again.Done));
        Assert.True(_campaign.Complete(2).IsComplete);
    }

    [Fact]
    public void A_plan_of_another_build_or_format_or_cut_off_is_refused()
    {
        Assert.Contains("another build", Refusal(() => PlanFile.Read(_campaign.PlanPath, "other")),
            StringComparison.Ordinal);
        string text = File.ReadAllText(_campaign.PlanPath);
        File.WriteAllText(_campaign.PlanPath, text.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal));
        Assert.Contains("format 2", Refusal(() => PlanFile.Read(_campaign.PlanPath, "build")),
            StringComparison.Ordinal);
        foreach (string changed in new[]
        {
            text.Replace("\"slice\":200", "\"slice\":201", StringComparison.Ordinal),
            text.Replace("\"round\":1", "\"round\":2", StringComparison.Ordinal),
            Regex.Replace(text, "(\"executions\":)(\\d+)", "${1}1${2}"),
        })
        {
            Assert.NotEqual(text, changed);
            File.WriteAllText(_campaign.PlanPath, changed);
            Assert.Contains("was changed", Refusal(() => PlanFile.Read(_campaign.PlanPath, "build")),
                StringComparison.Ordinal);
        }

        foreach (string odd in new[]
        {
            text.Replace("{\"format\":1", "{\"format\":1,\"more\":2", StringComparison.Ordinal),
            text.Replace("{\"format\":1", "{\"round\":1,\"format\":1", StringComparison.Ordinal),
            text.Replace("\"slice\":200", "\"slice\":\"200\"", StringComparison.Ordinal),
            "[]", "null", "", "\0",
        })
        {
            File.WriteAllText(_campaign.PlanPath, odd);
            Assert.Contains("cannot be read", Refusal(() => PlanFile.Read(_campaign.PlanPath, "build")),
                StringComparison.Ordinal);
        }

        File.WriteAllText(_campaign.PlanPath, text[..^9]);
        Assert.Contains("cannot be read", Refusal(() => PlanFile.Read(_campaign.PlanPath, "build")),
            StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refusal(() => PlanFile.Read(_campaign.PlanPath + "x", "build")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Workers_ended_at_random_moments_lose_nothing_and_count_nothing_twice() =>
        Gen.Select(Gen.Int[1, 5], Gen.Long[3, 300], Gen.Int[0, int.MaxValue]).Sample(
            (cells, slice, seed) =>
            {
                using TestCampaign killed = new(ModelName.Rc11, cells, slice, "seqcount:2", "Graph");
                using EndedRunner runner = new(new Random(seed));
                do
                {
                    for (int kill = 0; kill < 20; kill++)
                    {
                        killed.Work(1 + (kill % 2), 2, runner, runner.Begin());
                    }

                    Assert.True(killed.Work(1, 1).IsWhole);
                }
                while (killed.PlanNext());

                MergedCampaign merged = killed.Sum();
                Assert.True(merged.IsComplete);
                Assert.Equal(Whole, merged.Explore![0].Executions);
            },
            iter: 5,
            threads: 1);

    private static long Whole { get; } = Explorer.Explore(
        new Catalogue().Find(["explore", "seqcount:2", "Graph"], ModelName.Rc11).Scenario,
        new ExplorationOptions { Model = ModelName.Rc11 }).Executions;

    private void AssertRejected(string reason)
    {
        MergedCampaign merged = _campaign.Sum();
        Assert.Contains(reason, Assert.Single(merged.Rejected), StringComparison.Ordinal);
        Assert.Single(merged.Missing);
        Assert.False(merged.IsComplete);
    }

    private static string Refusal(Action read) => Assert.Throws<CampaignException>(read).Message;

    /// <summary>Does a cell, then something else.</summary>
    private sealed class CallingRunner(Action then) : ICellRunner
    {
        public CellResult Run(Plan plan, Cell cell, CancellationToken cancellation)
        {
            CellResult result = TestCampaign.Runner.Run(plan, cell, cancellation);
            then();
            return result;
        }
    }

    /// <summary>Is ended before, in or behind the work on a cell.</summary>
    private sealed class EndedRunner(Random random) : ICellRunner, IDisposable
    {
        private CancellationTokenSource _source = new();

        public void Dispose() => _source.Dispose();

        public CancellationToken Begin()
        {
            _source.Dispose();
            _source = new CancellationTokenSource();
            return _source.Token;
        }

        public CellResult Run(Plan plan, Cell cell, CancellationToken cancellation)
        {
            int moment = random.Next(3);
            if (moment == 0)
            {
                _source.Cancel();
            }

            CellResult result = TestCampaign.Runner.Run(plan, cell, cancellation);
            if (moment == 1)
            {
                _source.Cancel();
            }

            return result;
        }
    }
}
