namespace Exploration.Advice;

/// <summary>Accesses that repair a program when they are stronger, all of them together.</summary>
/// <param name="Accesses">The accesses.</param>
/// <param name="Executions">Executions of the repaired program, all of which were visited.</param>
public sealed record Repair(IReadOnlyList<Strengthened> Accesses, long Executions);
