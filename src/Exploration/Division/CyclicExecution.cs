namespace Exploration.Division;

/// <summary>
/// An execution in which a read sees what it causes. Several parts of a search may find the same one, so it is not
/// among their counts.
/// </summary>
/// <param name="Graph">The whole graph, in one way of writing it down: equal for equal executions.</param>
/// <param name="Outcome">Its outcome; null if an actor waits for ever.</param>
/// <param name="Violation">What is wrong with it; null if it is allowed.</param>
public sealed record CyclicExecution(string Graph, string? Outcome, string? Violation);
