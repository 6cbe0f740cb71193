using Atomics.Programs;

namespace Exploration.Actors;

/// <summary>An instance of a scenario, and what its words are.</summary>
/// <param name="Scenario">The instance.</param>
/// <param name="Words">By location; empty if no word belongs to an object and none holds a reference.</param>
internal sealed record ObjectInstance(ScenarioInstance Scenario, IReadOnlyList<WordTraits> Words);
