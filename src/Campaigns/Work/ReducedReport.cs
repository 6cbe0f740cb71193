using System.Text.Json.Nodes;
using Campaigns.Records;

namespace Campaigns.Work;

/// <summary>
/// What a campaign keeps of a verb's JSON: the verdict, whole numbers that can be added, and what is wrong.
/// </summary>
public static class ReducedReport
{
    /// <summary>Begins the violation that is a test that failed; its name follows.</summary>
    public const string TestFailed = "test failed: ";

    private static readonly string[] s_searchCounts = ["executions", "blocked", "truncated"];

    /// <summary>Of <c>run</c>.</summary>
    public static VerbTotals OfRun(JsonObject report) => new(
        VerdictOf(report),
        new SortedDictionary<string, long>(
            report["totals"]!.AsObject().ToDictionary(each => each.Key, each => each.Value!.GetValue<long>())),
        [.. report["violations"]!.AsArray()
            .Select(each => $"{each!["workload"]}: expected {each["expected"]}; observed {each["observed"]}")
            .Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Of <c>explore</c> on an assembly.</summary>
    public static VerbTotals OfSearch(JsonObject report) => new(
        VerdictOf(report),
        new SortedDictionary<string, long>(
            s_searchCounts.ToDictionary(name => name, name => report[name]!.GetValue<long>())),
        [.. report["violations"]!.AsArray().Select(each => $"{each}").Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Of tests under Coyote: with the schedules of each test under each strategy.</summary>
    /// <param name="report">The entries of all explorations.</param>
    /// <param name="outcomes">What the tests came to.</param>
    /// <param name="exitCode">The exit code of the process.</param>
    public static VerbTotals OfCoyote(JsonArray report, TestOutcomes outcomes, int exitCode)
    {
        VerbTotals tests = OfTests(outcomes, exitCode);
        SortedDictionary<string, long> counts = new(tests.Counts.ToDictionary(), StringComparer.Ordinal)
        {
            ["explorations"] = report.Count,
        };
        SortedDictionary<string, long> schedules = new(StringComparer.Ordinal);
        foreach (JsonNode entry in report.OfType<JsonNode>())
        {
            foreach (string name in new[] { "schedules", "distinctSchedules" })
            {
                counts[name] = counts.GetValueOrDefault(name) + entry[name]!.GetValue<long>();
            }

            string test = $"{entry["name"]}, {entry["strategy"]}";
            schedules[test] = schedules.GetValueOrDefault(test) + entry["schedules"]!.GetValue<long>();
        }

        return tests with { Counts = counts, Schedules = schedules };
    }

    /// <summary>Of tests.</summary>
    /// <param name="outcomes">What they came to.</param>
    /// <param name="exitCode">The exit code of the process; another one than 0 is a failure, whatever failed.</param>
    public static VerbTotals OfTests(TestOutcomes outcomes, int exitCode) => new(
        outcomes.Failed.Count > 0 || exitCode != 0 ? "violation" : "pass",
        new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["failed"] = outcomes.Failed.Count,
            ["passed"] = outcomes.Passed,
            ["skipped"] = outcomes.Skipped,
        },
        outcomes.Failed.Count == 0 && exitCode != 0
            ? [$"the tests ended with {exitCode}, and none of them has failed"]
            : [.. outcomes.Failed.Select(test => $"{TestFailed}{test}")]);

    private static string VerdictOf(JsonObject report) => report["verdict"]!.GetValue<string>();
}
