namespace Stress.Explore;

/// <summary>An outcome.</summary>
/// <param name="Outcome">Registers and final values on one line.</param>
/// <param name="Count">Executions that showed it.</param>
/// <param name="Violation">What is wrong with it, or null.</param>
/// <param name="ReachableUnder"> With <c>--grade</c>, the strongest model that allows it: <c>sc</c>, <c>tso</c>,
/// <c>dotnet</c> or <c>rc11</c>; null without a grade.
/// </param>
/// <param name="Arm64">
/// With <c>--grade</c>, whether an Arm64 processor may show it with the code of today's JIT compiler; null if that is
/// not known.
/// </param>
internal sealed record ExploreOutcome(
    string Outcome, long Count, string? Violation, string? ReachableUnder, bool? Arm64);
