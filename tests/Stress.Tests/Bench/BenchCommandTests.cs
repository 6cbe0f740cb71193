using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Processors;
using Stress.CommandLine;
using Stress.Tests.CommandLine;
using Stress.Tests.FrontDoor;

namespace Stress.Tests.Bench;

public sealed partial class BenchCommandTests
{
    private const string Quick = "--time-budget 200ms --repeat 2 --json -";

    [Fact]
    public void Every_scheme_and_pattern_has_a_row_for_each_number_of_threads()
    {
        Invoked run = Bench($"--parts throughput --threads 1,2 --orders 4 {Quick}");
        Assert.Equal(ExitCode.Pass, run.ExitCode);
        JsonNode[] rows = Rows(run, "rows");
        Assert.Equal(rows.Length, Rows(run, "details").Length);
        Assert.Equal(rows.Length,
            rows.DistinctBy(row => $"{row["scheme"]} {row["protocol"]} {row["pattern"]} {row["threads"]}").Count());
        Assert.All(rows, row =>
        {
            Assert.True((double)row["opsPerSecond"]! > 0);

            // Both are rounded: the time to thousandths, the rate to whole operations, which is more the slower a case
            // is.
            double rate = (double)row["opsPerSecond"]!;
            double time = (int)row["threads"]! * 1e9 / rate;
            Assert.Equal((double)row["nsPerOp"]!, time, tolerance: 0.001 + (time / rate));
            Assert.Equal(8, row.AsObject().Count);
        });
        string[] schemes = [.. rows.Select(row => (string)row["scheme"]!).Distinct()];
        Assert.Superset(new HashSet<string>(["rmap-id", "rmap-id-compact", "owner-tracking", "exact", "estimate",
            "none", "lock", "immutable"]), schemes.ToHashSet());
        Assert.Equal(9, rows.Select(row => (string)row["pattern"]!).Distinct().Count());
    }

    [Fact]
    public void Fewer_cases_are_measured_when_fewer_are_asked_for()
    {
        Invoked run =
            Bench(
                "--parts throughput --threads 1 --schemes rmap-id,none --protocols shared --patterns "
                + $"one-folio,readers {Quick}");
        Assert.Equal(["rmap-id shared one-folio", "none atomic-add one-folio", "rmap-id shared readers",
            "none atomic-add readers"],
            Rows(run, "rows").Select(row => $"{row["scheme"]} {row["protocol"]} {row["pattern"]}"));
    }

    [Theory]
    [InlineData("cores")]
    [InlineData("siblings")]
    [InlineData("sockets")]
    public void Threads_are_placed_as_asked_or_the_placement_is_refused(string name)
    {
        Topology topology = Topology.Here();
        Placement placement = Placement.All.Single(each => each.Name == name);
        string asked = $"--parts throughput --threads 1,2 --schemes none --patterns private --placement {name}";
        Invoked run = Bench($"{asked} {Quick}");
        if (placement.Misses(topology) is string reason)
        {
            Invoked.Stress([.. $"bench {asked}".Split(' ')]).AssertRefused("--placement", $"'{name}'", "cores", reason);
            return;
        }

        string[] processors = [.. placement.Order(topology).Select(each => $"{each}")];
        Assert.Equal(
            [processors[0], string.Join(',', processors.Take(2))],
            Rows(run, "details").Select(row => (string)row["placement"]!));
        Assert.Equal(name, (string)run.Json["options"]!["placement"]!);
        Assert.NotNull(run.Json["warnings"]);
    }

    [Fact]
    public void Ratios_are_those_of_the_chosen_schemes_and_one_that_allocates_has_a_second_row_with_heaps_of_its_own()
    {
        const string Row = "immutable/compare-exchange private: 2 threads / 1 thread";
        JsonNode[] rows =
            Rows(Bench($"--parts ratios --schemes immutable,owner-tracking --patterns private {Quick}"), "ratios");
        Assert.Equal([Row, $"{Row}, a heap for each processor"], rows.Select(row => (string)row["name"]!));
        Assert.All(rows, row => Assert.Equal("at least 1.9", (string)row["limit"]!));
    }

    [Fact]
    public void Precise_schemes_answer_right_on_every_workload_and_the_others_errors_are_counted()
    {
        JsonNode[] rows = Rows(Bench("--parts accuracy --json -"), "accuracy");
        Assert.Equal(6, rows.Select(row => (string)row["workload"]!).Distinct().Count());
        foreach (JsonNode row in rows)
        {
            string scheme = (string)row["scheme"]!;
            (long falseShared, long falseExclusive, long wrongReuses) =
                (Count(row, "falseShared"), Count(row, "falseExclusive"), Count(row, "wrongReuses"));
            Assert.True(Count(row, "decisions") > 0 && Count(row, "cowFaults") > 0, row.ToString());
            if (scheme != "estimate")
            {
                Assert.True(falseExclusive == 0 && wrongReuses == 0, row.ToString());
            }

            if (scheme is not ("owner-tracking" or "estimate" or "none"))
            {
                Assert.True(falseShared == 0 && Count(row, "undecided") == 0 && Count(row, "copiesAvoidable") == 0,
                    row.ToString());
            }
        }

        Assert.True(Sum(rows, "owner-tracking", "falseShared") > 0);
        Assert.True(Sum(rows, "estimate", "falseExclusive") > 0);
        Assert.True(Sum(rows, "none", "copiesAvoidable") > 0);
    }

    [Fact]
    public void Memory_of_a_compact_folio_is_smaller_up_to_order_9()
    {
        // Bytes beside the folio are the growth of the managed heap: other tests of this process would change it.
        (int exitCode, string output, string error) = ExecutableTests.Run("bench --parts memory --json -");
        Assert.True(exitCode == 0, error);
        JsonNode[] rows = [.. JsonNode.Parse(output)!["memory"]!.AsArray().Select(row => row!)];
        Assert.True(Bytes("rmap-id-compact", 2) < Bytes("rmap-id", 2));
        Assert.True(Bytes("rmap-id-compact", 9) < Bytes("rmap-id", 9));
        Assert.Equal(Bytes("rmap-id", 10), Bytes("rmap-id-compact", 10));
        Assert.True(Count(rows.First(row => (string)row["scheme"]! == "exact"), "besideFolioBytes") > 64);
        Assert.Equal(
            [
                "rmap-id 44 124", "rmap-id-compact 36 172", "spread-bits 44 164", "rmap-id-split-line 12 124",
                "owner-tracking 20 4", "estimate 8 0",
                "none 4 0", "lock 44 124", "immutable 0 124", "exact 0 0",
            ],
            rows.Where(row => (int)row["order"]! == 9)
                .Select(row => $"{row["scheme"]} {row["inFolioBytes"]} {row["perMmBytes"]}"));

        long Bytes(string scheme, int order) =>
            Count(rows.Single(row => (string)row["scheme"]! == scheme && (int)row["order"]! == order), "inFolioBytes");
    }

    [Fact]
    public void A_report_has_table_pictures_and_one_page_that_fetches_nothing()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("out");
        Invoked run =
            Bench(
                $"--parts throughput --threads 1,2 --schemes rmap-id,none --patterns one-folio,reads-50 --out {path} "
                + $"{Quick}");
        Assert.Equal(ExitCode.Pass, run.ExitCode);
        Assert.StartsWith("scheme,protocol,", File.ReadAllText(Path.Combine(path, "rows.csv")),
            StringComparison.Ordinal);
        Assert.Equal(Rows(run, "rows").Length + 1, File.ReadAllLines(Path.Combine(path, "rows.csv")).Length);
        JsonNode report = JsonNode.Parse(File.ReadAllText(Path.Combine(path, "report.json")))!;
        Assert.Equal("bench", (string)report["verb"]!);
        Assert.Equal(run.Json["options"]!.ToJsonString(), report["options"]!.ToJsonString());
        Assert.True((double)report["seconds"]! > 0);
        string[] pictures = ["latency-one-folio", "latency-reads-50", "retries", "throughput-one-folio-order-9",
            "throughput-reads-50-order-9"];
        Assert.All(pictures, picture =>
            Assert.True(File.Exists(Path.Combine(path, $"{picture}.png"))
                && File.Exists(Path.Combine(path, $"{picture}.svg"))));
        Assert.All(pictures, picture =>
            Assert.Contains("font-family=\"DejaVu Sans\"", File.ReadAllText(Path.Combine(path, $"{picture}.svg")),
                StringComparison.Ordinal));
        string page = File.ReadAllText(Path.Combine(path, "report.html"));
        Assert.Equal(pictures.Length, page.Split("<svg").Length - 1);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        string[] names = [.. NameInPage().Matches(page).Select(match => match.Value)];
        Assert.Equal(names.Distinct(), names);
        Assert.All(Rows(run, "audit"), row => Assert.Equal(0, Count(row, "violations")));
        Assert.Equal(
            [.. Scenarios.Selection.Schemes.RmapId.Protocols.Select(protocol => $"rmap-id/{protocol}"),
                "none/atomic-add"],
            Rows(run, "audit").Select(row => $"{row["scheme"]}/{row["protocol"]}"));
    }

    [Fact]
    public void A_report_has_all_its_tables_in_one_markdown_file_that_names_host_build_and_command()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("out");
        int many = 2 * Environment.ProcessorCount;
        Invoked run = Bench(
            $"--threads 1,{many} --schemes immutable,owner-tracking --patterns private,reads-50 --out {path} {Quick}");
        string[] lines = File.ReadAllLines(Path.Combine(path, "results.md"));
        JsonNode host = run.Json["host"]!;
        Assert.Contains($"| processor | {host["cpu"]}, {host["cores"]} cores |", lines);
        Assert.Contains($"| build | {run.Json["version"]}, commit {run.Json["commit"]} |", lines);
        Assert.Contains(lines, line =>
            line.StartsWith("| command | stress bench --threads 1,", StringComparison.Ordinal)
                && line.Contains("--out out", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(path, StringComparison.Ordinal));
        Assert.Equal(
            ["Audited runs at these settings", "Ratios", "Hardware", "Accuracy", "Memory", "Pattern private, order 9",
                "Pattern reads-50, order 9"],
            lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
        Assert.Equal(2,
            lines.Count(line => line == $"| scheme | protocol | 1 thread | {many} threads, oversubscribed |"));
        Assert.Equal(5,
            lines.Count(line => line.StartsWith("| immutable | compare-exchange | ", StringComparison.Ordinal)));
        Assert.Equal(Rows(run, "ratios").Length,
            lines.Count(line => line.Contains("2 threads / 1 thread", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--parts throughput --threads 1 --schemes none --patterns private")]
    [InlineData("--parts memory")]
    public void A_report_of_one_part_has_no_picture_of_the_others(string parts)
    {
        using TemporaryFolder folder = new();
        Invoked run = Bench($"{parts} --out {folder.PathOf("out")} {Quick}");
        Assert.Equal(ExitCode.Pass, run.ExitCode);
        Assert.True(File.Exists(folder.PathOf("out/report.html")));
        Assert.False(File.Exists(folder.PathOf("out/retries.png")));
    }

    [Theory]
    [InlineData("--threads 0", "--threads")]
    [InlineData("--threads 1,1", "--threads")]
    [InlineData("--schemes rmap", "--schemes")]
    [InlineData("--protocols lock", "--protocols")]
    [InlineData("--patterns all", "--patterns")]
    [InlineData("--orders 16", "--orders")]
    [InlineData("--repeat 0", "--repeat")]
    [InlineData("--time-budget 5", "--time-budget")]
    [InlineData("--parts speed", "--parts")]
    [InlineData("--out /dev/null/report", "--out")]
    public void A_wrong_option_is_one_line_that_names_it(string options, string name) =>
        Bench(options).AssertRefused(name);

    [GeneratedRegex("\\bid=\"[^\"]*\"")]
    private static partial Regex NameInPage();

    private static Invoked Bench(string options) => Invoked.Stress(["bench", .. options.Split(' ')]);

    private static JsonNode[] Rows(Invoked run, string name) => [.. run.Json[name]!.AsArray().Select(row => row!)];

    private static long Count(JsonNode row, string name) => (long)row[name]!;

    private static long Sum(JsonNode[] rows, string scheme, string name) =>
        rows.Where(row => (string)row["scheme"]! == scheme).Sum(row => Count(row, name));
}
