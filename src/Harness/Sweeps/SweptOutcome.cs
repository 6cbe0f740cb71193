using Exploration;

namespace Harness.Sweeps;

/// <summary>An outcome of a scenario: how often real threads showed it, and what it means.</summary>
/// <param name="Outcome">Registers and final values on one line.</param>
/// <param name="Samples">How often it was seen, 0 for a reachable outcome that was not.</param>
/// <param name="Grade">What it means.</param>
/// <param name="ReachableUnder">The strongest model that allows it: <c>sc</c>, <c>tso</c>, <c>dotnet</c> or
/// <c>rc11</c>; null if none does, and without a grade.</param>
public sealed record SweptOutcome(string Outcome, long Samples, OutcomeGrade Grade, string? ReachableUnder);
