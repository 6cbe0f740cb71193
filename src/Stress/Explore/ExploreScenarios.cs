using Scenarios.Catalogue;
using Scenarios.Litmus;
using Scenarios.Selection;

namespace Stress.Explore;

/// <summary>
/// Every scenario that <c>explore</c> knows: the tracker's, and the litmus tests as <c>litmus-NAME</c>.
/// </summary>
internal static class ExploreScenarios
{
    /// <summary>What <c>--scenario</c> accepts: the catalogue, then the litmus tests.</summary>
    public static IReadOnlyList<ScenarioEntry> All { get; } =
    [
        .. ScenarioCatalogue.All,
        .. LitmusCatalogue.Tests.Append(LitmusCatalogue.BlindAdds).Select(OfLitmus),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>The scenario of a name.</summary>
    public static ScenarioEntry Find(string name) => All.First(entry => entry.Name == name);

    private static ScenarioEntry OfLitmus(LitmusTest test) => new(
        $"litmus-{test.Name}",
        $"Litmus test {test.Program}: can {test.Condition.Replace(" & ", " and ")} happen?",
        ScenarioOptions.Default,
        options => Create(test, options))
    {
        Readings = TrackerSelection.Readings,
    };

    private static LitmusScenario Create(LitmusTest test, ScenarioOptions options) => test.ToScenario(
        options.Tracker.Reading switch
        {
            TrackerSelection.BarrierReading => LitmusAccess.Plain,
            TrackerSelection.AcquireReading => LitmusAccess.Volatile,
            _ => throw new ArgumentException($"unknown reading '{options.Tracker.Reading}'"),
        });
}
