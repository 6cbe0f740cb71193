namespace Stress.Explore;

/// <summary>An outcome.</summary>
/// <param name="Outcome">Registers and final values on one line.</param>
/// <param name="Count">Executions that showed it.</param>
/// <param name="Violation">What is wrong with it, or null.</param>
/// <param name="ReachableUnder"> With <c>--grade</c>, the strongest model that allows it: <c>sc</c>, <c>tso</c>,
/// <c>dotnet</c> or <c>rc11</c>; null without a grade.
/// </param>
internal sealed record ExploreOutcome(string Outcome, long Count, string? Violation, string? ReachableUnder);
