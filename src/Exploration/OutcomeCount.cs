namespace Exploration;

/// <summary>An outcome and the executions that showed it.</summary>
/// <param name="Outcome">The outcome on one line.</param>
/// <param name="Count">Executions, at least 1.</param>
/// <param name="Violation">Null if the scenario allows it, else its sentence.</param>
public sealed record OutcomeCount(string Outcome, long Count, string? Violation);
