using System.Text.Json;
using Campaigns.Merging;
using Campaigns.Planning;
using Campaigns.Plans;
using Campaigns.Work;
using Harness;

namespace Campaigns.Tests;

/// <summary>Test projects in shards.</summary>
public sealed class TestProjectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestProjectTests() => TestProject.Write(Project);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Totals_of_tests_under_Coyote_do_not_depend_on_cells_and_shards()
    {
        MergedVerb whole = Merged("one", cells: 1, shards: 1, "coyote", Project, "7").Coyote!;
        Assert.Equal(200, whole.Schedules!.Count);
        Assert.Equal(49, whole.Schedules["test 42, pct"]);
        Assert.Equal(2 * (4950 + 700), whole.Counts["schedules"]);
        Assert.Equal((100, 0, 0), (whole.Counts["passed"], whole.Counts["skipped"], whole.Counts["failed"]));
        foreach ((int cells, int shards) in new[] { (2, 2), (7, 7), (64, 64), (7, 2), (2, 64) })
        {
            MergedVerb merged = Merged($"{cells}-{shards}", cells, shards, "coyote", Project, "7").Coyote!;
            Assert.Equal(Report(whole), Report(merged));
        }
    }

    [Fact]
    public void A_test_that_fails_is_a_violation_by_its_name_whichever_shard_has_it()
    {
        foreach (string verb in new[] { "coyote", "tests" })
        {
            MergedCampaign merged = Merged(verb, cells: 3, shards: 2, verb, Project, "FAILING=33");
            Assert.Equal(Verdict.Violation, merged.Verdict);
            Assert.Equal(["test failed: test 33"], (merged.Coyote ?? merged.Tests)!.Violations);
            Assert.Equal((99, 1), ((merged.Coyote ?? merged.Tests)!.Counts["passed"],
                (merged.Coyote ?? merged.Tests)!.Counts["failed"]));
        }
    }

    [Fact]
    public void A_project_that_leaves_no_report_is_an_internal_error_and_no_record()
    {
        TestProject.Write(Project, "#!/bin/bash\nexit 3\n");
        Assert.Contains("ended with 3 and without a report of its tests", Assert.Throws<InvalidOperationException>(
            () => Merged("none", cells: 1, shards: 1, "tests", Project)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.PathOf("none"), "*.record.json"));
    }

    [Fact]
    public void Of_several_programs_in_a_folder_the_one_with_tests_is_run()
    {
        foreach (string program in new[] { "another", "fake" })
        {
            File.WriteAllText(_folder.PathOf(program + ".deps.json"), program == "fake" ? "{\"xunit.v3\": {}}" : "{}");
        }

        File.WriteAllText(_folder.PathOf("another"), "");
        File.WriteAllText(_folder.PathOf("another.runtimeconfig.json"), "{}");
        Assert.Equal(100, Merged("records", cells: 2, shards: 1, "tests", Project).Tests!.Counts["passed"]);
        File.Delete(_folder.PathOf("fake.deps.json"));
        Assert.Contains("accepted: tests FOLDER", Assert.Throws<CampaignException>(
            () => Merged("none", cells: 2, shards: 1, "tests", Project)).Message, StringComparison.Ordinal);
    }

    private string Project => _folder.PathOf(".");

    private MergedCampaign Merged(string records, int cells, int shards, params string[] command)
    {
        Plan empty = new PlanRequest("build", "1.0", cells, Slice: 1).Empty();
        Plan plan = empty with { Cells = [.. CellsOfTests.Of(empty, command)] };
        CampaignWork work = new(plan, _folder.PathOf(records), TestCampaign.Runner);
        for (int index = 1; index <= shards; index++)
        {
            Assert.True(work.Run(new Shard(index, shards), (_, _) => { }, TestContext.Current.CancellationToken)
                .IsWhole);
        }

        return new CampaignMerge(plan, _folder.PathOf(records), new Catalogue()).Sum();
    }

    private static string Report(MergedVerb merged) =>
        JsonSerializer.Serialize(new { merged.Counts, merged.Schedules, merged.Violations });
}
