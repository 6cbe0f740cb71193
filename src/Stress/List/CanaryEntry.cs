using Scenarios.Catalogue;
using Scenarios.Selection;
using Stress.Explore;
using ProtocolNames = Scenarios.Selection.Protocols;
using SchemeNames = Scenarios.Selection.Schemes;

namespace Stress.List;

/// <summary>A canary with what it fits.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">The step replaced, in one sentence.</param>
/// <param name="Protocols">The protocols that have the step.</param>
/// <param name="Readings">The readings that have the step.</param>
/// <param name="Scenarios">The scenarios that reach the step, for <c>explore --scenario</c>.</param>
/// <param name="Schemes">The schemes that have the step.</param>
/// <param name="Workload">
/// The workload that <c>run --canary</c> brings, or null if <c>run</c> cannot show the canary.
/// </param>
internal sealed record CanaryEntry(
    string Name,
    string Description,
    IReadOnlyList<string> Protocols,
    IReadOnlyList<string> Readings,
    IReadOnlyList<string> Scenarios,
    IReadOnlyList<string> Schemes,
    string? Workload) : ListEntry(Name, Description)
{
    private const int MostNames = 4;

    /// <summary>The entry of a canary.</summary>
    public static CanaryEntry Of(Canary canary) => new(
        canary.Name,
        canary.Step,
        canary.FitsProtocols,
        canary.FitsReadings,
        [.. canary.FitsScenarios.Select(scenario => scenario.Name)],
        canary.FitsSchemes,
        canary.Workload);

    /// <inheritdoc/>
    public override string ToText()
    {
        string fits = string.Join(
            ", ",
            Fits("protocol", Protocols, ProtocolNames.Names),
            Fits("reading", Readings, TrackerSelection.Readings),
            Fits("scenario", Scenarios, ExploreScenarios.Names),
            Fits("scheme", Schemes, SchemeNames.OfTheTracker));
        return $"{Description} Fits {fits}{(Workload is null ? "; not in run" : "")}.";
    }

    private static string Fits(string kind, IReadOnlyList<string> names, IReadOnlyList<string> all) =>
        names.Count == 0 ? $"no {kind}"
        : names.Count == all.Count ? $"every {kind}"
        : names.Count <= MostNames ? $"{kind} {string.Join(", ", names)}"
        : $"{names.Count} {kind}s (in the JSON)";
}
