namespace Exploration.Division;

/// <summary>How many executions of a part showed an outcome.</summary>
/// <param name="Outcome">Registers and final values on one line.</param>
/// <param name="Count">Executions.</param>
/// <param name="Violation">What is wrong with it; null if it is allowed.</param>
public sealed record OutcomeTally(string Outcome, long Count, string? Violation);
