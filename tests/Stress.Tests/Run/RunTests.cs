using System.Text.Json.Nodes;
using Runs.Workloads;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Run;

public class RunTests
{
    public static TheoryData<string> Protocols =>
        [.. Scenarios.Selection.Protocols.All.Select(protocol => protocol.Name)];

    public static TheoryData<string> Workloads =>
        [.. WorkloadCatalogue.All.Select(workload => workload.Name)];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Every_protocol_passes(string protocol) => AssertPasses("--protocol", protocol, "--workload", "churn");

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Every_workload_passes(string workload) => AssertPasses("--workload", workload);

    [Theory]
    [InlineData("2", "splits")]
    [InlineData("15", "one-hot")]
    public void The_scheme_for_32_bit_machines_passes(string order, string workload) =>
        AssertPasses("--scheme", "rmap-id-32", "--order", order, "--workload", workload);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(15)]
    public void Every_order_passes(int order) => AssertPasses("--order", $"{order}", "--workload", "hot");

    [Theory]
    [InlineData("shared", 48)]
    [InlineData("exclusive", 47)]
    [InlineData("add-return", 32)]
    [InlineData("two-word", 31)]
    public void A_sequence_number_may_wrap(string protocol, int bits) =>
        AssertPasses("--protocol", protocol, "--workload", "hot", "--initial-sequence", $"{(1L << bits) - 100}");

    [Fact]
    public void Threads_may_rest_move_leave_and_be_held() =>
        AssertPasses("--workload", "hot", "--stutter", "--churn", "--long-hold", "--affinity", "spread",
            "--shuffle-interval", "100ms");

    [Fact]
    public void Without_an_audit_the_result_is_inconclusive()
    {
        Invoked run = Invoked.Stress("run", "--audit", "off", "--workload", "churn", "--time-budget", "300ms",
            "--json", "-");
        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.True((long)run.Json["totals"]!["sections"]! > 0);
        Assert.Equal(0, (long)run.Json["totals"]!["snapshotsAudited"]!);
    }

    [Fact]
    public void A_number_of_sections_ends_a_workload()
    {
        Invoked run = Invoked.Stress("run", "--sections", "5000", "--workload", "churn", "--time-budget", "10m",
            "--json", "-");
        Assert.True(run.ExitCode is ExitCode.Pass or ExitCode.Inconclusive, run.Error);
        Assert.Equal(5000, (long)run.Json["totals"]!["sections"]!);

        // Readers, who make no sections, end with the writers and not with the budget.
        Assert.InRange((double)run.Json["seconds"]!, 0, 599);
    }

    [Theory]
    [InlineData("mixed", "bare light")]
    [InlineData("none", "bare")]
    [InlineData("light", "light")]
    [InlineData("heavy", "heavy")]
    [InlineData("mixed --long-hold", "bare light longHold")]
    [InlineData("heavy --long-hold", "heavy longHold")]
    public void Each_kind_of_perturbation_has_its_figures_and_its_control(string perturb, string kinds)
    {
        Invoked run = Invoked.Stress(
            ["run", "--workload", "hot", "--time-budget", "1s", "--json", "-", "--perturb", .. perturb.Split(' ')]);
        JsonNode workload = Assert.Single(run.Json["workloads"]!.AsArray())!;
        Assert.Equal(kinds.Split(' '), KindsOf(run.Json["byPerturbation"]!));
        Assert.Equal(kinds.Split(' '), KindsOf(workload["byPerturbation"]!));
        Assert.Equal(kinds.Split(' '), KindsOf(run.Json["control"]!["byPerturbation"]!));
        foreach (string figure in (string[])["sections", "snapshotsAudited", "decisionsAudited"])
        {
            Assert.Equal((long)run.Json["totals"]![figure]!,
                run.Json["byPerturbation"]!.AsObject().Sum(kind => (long)kind.Value!["totals"]![figure]!));
            Assert.All(run.Json["byPerturbation"]!.AsObject(),
                kind => Assert.True((long)kind.Value!["totals"]![figure]! > 0, $"{kind.Key} {figure}"));
        }

        static IEnumerable<string> KindsOf(JsonNode parts) => parts.AsObject().Select(part => part.Key);
    }

    [Fact]
    public void Sections_are_divided_among_the_kinds_of_perturbation()
    {
        Invoked run = Invoked.Stress("run", "--sections", "5001", "--workload", "churn", "--writers", "1",
            "--time-budget", "10m", "--json", "-");
        long[] sections = [.. run.Json["byPerturbation"]!.AsObject()
            .Select(kind => (long)kind.Value!["totals"]!["sections"]!)];
        Assert.Equal([2501, 2500], sections);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_workload_does_the_sections_asked_for_however_many_writers_divide_them(int writers)
    {
        Invoked run = Invoked.Stress("run", "--sections", "301", "--writers", $"{writers}", "--perturb", "none",
            "--audit", "off", "--time-budget", "10m", "--json", "-");
        Dictionary<string, long> sections = run.Json["workloads"]!.AsArray()
            .ToDictionary(each => (string)each!["name"]!, each => (long)each!["totals"]!["sections"]!);
        // A trace is replayed whole, however many sections that takes.
        Assert.All(WorkloadCatalogue.All, workload => Assert.Equal(301, sections[workload.Name]));
    }

    /// <summary>A short run may miss an overlap on a busy machine; what it may never do is find a violation.</summary>
    private static void AssertPasses(params string[] args)
    {
        Invoked run = Invoked.Stress(["run", "--time-budget", "700ms", "--json", "-", .. args]);
        Assert.True(run.ExitCode is ExitCode.Pass or ExitCode.Inconclusive, run.Error);
        // How many fit into the time is the machine's affair: with 13 ready threads on two cores, 673 sections were
        // seen.
        Assert.True((long)run.Json["totals"]!["sections"]! > 0, run.Error);
        Assert.True((long)run.Json["totals"]!["snapshotsAudited"]! > 0, run.Error);
        Assert.Equal(run.Json["totals"]!["snapshotsAccepted"]!.ToJsonString(),
            run.Json["totals"]!["snapshotsAudited"]!.ToJsonString());
        Assert.Equal(0, (long)run.Json["totals"]!["violations"]!);
    }
}
