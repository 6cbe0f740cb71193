using System.Text.Json.Nodes;
using Stress.Bench.Against;
using Stress.Bench.Ratios;
using Stress.Bench.Report;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Bench;

public sealed class AgainstTests : IDisposable
{
    private const string Quick =
        "bench --parts throughput --threads 1 --schemes none --patterns private --time-budget "
        + "100ms --repeat 2 --json -";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(100, 0.1, 79, 0.1, true)]
    [InlineData(100, 0.1, 85, 0.1, false)]
    [InlineData(100, 0, 99, 0, true)]
    [InlineData(100, 0, 100, 0, false)]
    [InlineData(100, 0.1, 150, 0.1, false)]
    public void A_rate_is_worse_if_it_is_lower_by_more_than_both_spreads(
        double before, double spreadBefore, double now, double spreadNow, bool isWorse)
    {
        ComparedFigure earlier = new("x", before, spreadBefore, IsHigherBetter: true);
        Assert.Equal(isWorse, new ComparedFigure("x", now, spreadNow, IsHigherBetter: true).IsWorseThan(earlier));
    }

    [Theory]
    [InlineData(1, 0.1, 1.23, 0.1, true)]
    [InlineData(1, 0.1, 1.2, 0.1, false)]
    [InlineData(1, 0.1, 0.5, 0.1, false)]
    public void A_ratio_held_to_an_upper_limit_is_worse_if_it_is_higher(
        double before, double spreadBefore, double now, double spreadNow, bool isWorse)
    {
        ComparedFigure earlier = Assert.Single(ComparedFigure.Of(Ratio(before, spreadBefore)));
        Assert.Equal(isWorse, Assert.Single(ComparedFigure.Of(Ratio(now, spreadNow))).IsWorseThan(earlier));
    }

    [Fact]
    public void A_case_with_more_threads_than_processors_is_not_compared()
    {
        BenchRow row = new("none", "atomic-add", 9, "private", 4, 100, 1, 0);
        Assert.Empty(ComparedFigure.Of(row, new DetailRow("x", Oversubscribed: true, 1, 1, 1, 0, 1, "0")));
        Assert.Single(ComparedFigure.Of(row, new DetailRow("x", Oversubscribed: false, 1, 1, 1, 0, 1, "0")));
    }

    [Fact]
    public void A_machine_that_was_a_thousand_times_faster_is_a_regression_and_one_that_was_slower_is_none()
    {
        JsonObject report = Bench().Json;
        Assert.Null(report["against"]);
        Invoked worse = Bench("--against", Written(report, rate: 1000));
        Assert.Equal(ExitCode.Violation, worse.ExitCode);
        Assert.Equal(1, (int)worse.Json["against"]!["compared"]!);
        JsonNode regression = Assert.Single(worse.Json["against"]!["regressions"]!.AsArray())!;
        Assert.Contains("none/atomic-add", (string)regression["name"]!, StringComparison.Ordinal);
        Assert.InRange((double)regression["change"]!, -1, -0.9);

        Invoked better = Bench("--against", Written(report, rate: 0.001));
        Assert.Equal(ExitCode.Pass, better.ExitCode);
        Assert.Empty(better.Json["against"]!["regressions"]!.AsArray());
    }

    [Fact]
    public void A_report_with_nothing_in_common_is_inconclusive()
    {
        JsonObject report = Bench().Json;
        report["rows"] = new JsonArray();
        report["details"] = new JsonArray();
        Assert.Equal(ExitCode.Inconclusive, Bench("--against", Written(report, rate: 1)).ExitCode);
    }

    [Fact]
    public void A_report_of_another_kind_of_machine_is_refused()
    {
        JsonObject report = Bench().Json;
        report["host"]!["cores"] = 4096;
        Bench("--against", Written(report, rate: 1))
            .AssertRefused("--against", "4096 cores", "another kind of machine");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"verb":"bench"}""")]
    [InlineData("""{"verb":"bench","commit":"x","host":null,"rows":[],"details":[],"ratios":[]}""")]
    public void What_is_no_report_of_bench_is_refused(string text)
    {
        string path = _folder.PathOf("other.json");
        File.WriteAllText(path, text);
        Bench("--against", path).AssertRefused("--against", "a JSON report that bench has written");
        Bench("--against", _folder.PathOf("missing.json"))
            .AssertRefused("--against", "a JSON report that bench has written");
    }

    [Fact]
    public void The_report_of_another_verb_is_refused()
    {
        string path = _folder.PathOf("list.json");
        Invoked.Stress("list", "--json", path);
        Bench("--against", path).AssertRefused("--against", "a JSON report that bench has written");
    }

    private static RatioRow Ratio(double ratio, double spread) =>
        new("x", ratio, spread, "at most 1.05", IsWithin: null, Turns: 9, ratio, 1, RatioRow.Nanoseconds);

    public void Dispose() => _folder.Dispose();

    private static Invoked Bench(params string[] more) => Invoked.Stress([.. Quick.Split(' '), .. more]);

    private string Written(JsonObject report, double rate)
    {
        JsonObject copy = report.DeepClone().AsObject();
        foreach (JsonNode? row in copy["rows"]!.AsArray())
        {
            row!["opsPerSecond"] = (double)row["opsPerSecond"]! * rate;
            row["spread"] = 0.1;
        }

        string path = _folder.PathOf($"before-{rate}.json");
        File.WriteAllText(path, copy.ToJsonString());
        return path;
    }
}
