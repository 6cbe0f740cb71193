using System.Text.Json.Nodes;
using Campaigns.Records;

namespace Campaigns.Work;

/// <summary>
/// What a campaign keeps of a verb's JSON: the verdict, whole numbers that can be added, and what is wrong.
/// </summary>
public static class ReducedReport
{
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

    /// <summary>Of the tests under Coyote: a figure for each test and strategy.</summary>
    /// <param name="report">The entries of all explorations.</param>
    /// <param name="hasFailed">Whether a test has failed.</param>
    public static VerbTotals OfCoyote(JsonArray report, bool hasFailed)
    {
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal) { ["explorations"] = report.Count };
        foreach (JsonNode entry in report.OfType<JsonNode>())
        {
            foreach (string name in new[] { "schedules", "distinctSchedules" })
            {
                counts[name] = counts.GetValueOrDefault(name) + entry[name]!.GetValue<long>();
            }
        }

        return new VerbTotals(hasFailed ? "violation" : "pass", counts, hasFailed
            ? ["a test under Coyote failed; its folder has the trace"]
            : []);
    }

    private static string VerdictOf(JsonObject report) => report["verdict"]!.GetValue<string>();
}
