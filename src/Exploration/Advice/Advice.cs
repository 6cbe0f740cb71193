using Exploration.Counterexamples;

namespace Exploration.Advice;

/// <summary>Whether an operation may be a weaker one, as far as some scenarios can tell.</summary>
/// <param name="Site">The operation.</param>
/// <param name="Weakened">The weaker one.</param>
/// <param name="IsNeeded">
/// True if a scenario forbids what the weaker one allows; false if none does at its size; null if a search was not
/// complete.
/// </param>
/// <param name="Scenario">
/// The scenario that needs it, or whose search was not complete; null if there is none.
/// </param>
/// <param name="Counterexample">The execution that shows the need; null if none does.</param>
public sealed record Advice(
    SiteUse Site, Weakening Weakened, bool? IsNeeded, string? Scenario, Counterexample? Counterexample);
