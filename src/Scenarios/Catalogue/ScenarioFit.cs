using Scenarios.Selection;

namespace Scenarios.Catalogue;

/// <summary>Whether size and variant fit a scenario.</summary>
internal static class ScenarioFit
{
    /// <summary>The first choice that does not fit a scenario and the choices before it; null if all fit.</summary>
    public static Misfit? Check(ScenarioEntry scenario, ScenarioOptions options)
    {
        TrackerSelection tracker = options.Tracker;
        Canary? canary = tracker.Canary;
        if (canary is null)
        {
            return Fit.Among("protocol", tracker.Protocol, scenario.Protocols, $"with scenario {scenario.Name}")
                ?? Fit.Among("reading", tracker.Reading, scenario.Readings, $"with scenario {scenario.Name}");
        }

        if (!canary.Fits(scenario))
        {
            IEnumerable<string> others = canary.FitsScenarios.Select(each => each.Name);
            return new Misfit("scenario", scenario.Name, $"with canary {canary.Name}: {string.Join(", ", others)}");
        }

        string both = $"with canary {canary.Name} and scenario {scenario.Name}";
        return Fit.Among("protocol", tracker.Protocol, [.. canary.FitsProtocols.Intersect(scenario.Protocols)], both)
            ?? Fit.Among("reading", tracker.Reading, [.. canary.FitsReadings.Intersect(scenario.Readings)], both)
            ?? Fit.InRange("values", options.Values, 1, canary.MaxValues, both)
            ?? Fit.InRange("readers", options.Readers, canary.MinReaders, ScenarioOptions.MaxReaders, both);
    }
}
