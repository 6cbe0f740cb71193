using Scenarios.Selection;

namespace Scenarios.Catalogue;

/// <summary>Which scenarios reach the step that a canary replaces.</summary>
public static class CanaryFit
{
    extension(Canary canary)
    {
        /// <summary>The scenarios that reach the step, with enough writers.</summary>
        public IEnumerable<ScenarioEntry> FitsScenarios => ScenarioCatalogue.All.Where(canary.Fits);

        /// <summary>
        /// Whether a scenario reaches the step, with some protocol and some reading, and can have enough writers.
        /// </summary>
        public bool Fits(ScenarioEntry scenario) =>
            scenario.Exercises.HasFlag(canary.Replaces)
            && canary.MinWriters <= scenario.MostWriters
            && canary.FitsProtocols.Intersect(scenario.Protocols).Any()
            && canary.FitsReadings.Intersect(scenario.Readings).Any();

        /// <summary>Whether the step is part of a protocol and a reading, and reached by a scenario.</summary>
        public bool Fits(string protocol, string reading, ScenarioEntry scenario) =>
            canary.Fits(scenario)
            && canary.FitsProtocols.Intersect(scenario.Protocols).Contains(protocol)
            && canary.FitsReadings.Intersect(scenario.Readings).Contains(reading);
    }
}
