using System.Text.Json.Serialization;
using Campaigns.Merging;
using Campaigns.Work;
using Harness;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.Campaign;

/// <summary>The JSON of <c>campaign</c>.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record CampaignReport(ReportHead Head) : VerbReport(Head)
{
    /// <summary>Of <c>merge</c>: the sum, with a certificate for each search.</summary>
    public MergedCampaign? Merged { get; init; }

    /// <summary>Of <c>status</c>, and of the others in short.</summary>
    public CampaignStatus? Status { get; init; }

    /// <summary>What was planned or done, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Check> Checks() =>
    [
        new Check(Head.Verb, Verdict, Reason, Seconds)
        {
            Findings =
            [
                .. (Merged?.Explore ?? []).SelectMany(search => Explore.ExploreFindings.Of(
                    search.Command, search.Violations, search.Counterexample)),
                .. new[] { Merged?.Run, Merged?.Classes, Merged?.Coyote, Merged?.Tests }.OfType<MergedVerb>()
                    .SelectMany(verb => verb.Violations).Select(violation => new Finding("campaign", violation)),
            ],
        },
        .. (Merged?.Coyote?.Schedules ?? new Dictionary<string, long>()).Select(TestCheck),
    ];

    /// <summary>A test under a strategy.</summary>
    private Check TestCheck(KeyValuePair<string, long> schedules) => Merged!.Coyote!.Violations.Any(violation =>
        $"{ReducedReport.TestFailed}{schedules.Key}".StartsWith($"{violation}, ", StringComparison.Ordinal))
            ? new Check(schedules.Key, Verdict.Violation, "the test failed", Seconds: 0)
            : new Check(schedules.Key, Verdict.Pass, $"{schedules.Value} schedules", Seconds: 0);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CampaignReport))]
internal sealed partial class CampaignReportJson : JsonSerializerContext;
