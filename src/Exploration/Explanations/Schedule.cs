namespace Exploration.Explanations;

/// <summary>An order of the events of an execution.</summary>
/// <param name="Overtaken">
/// Accesses that others overtake: 0 for an execution that one order of all accesses explains.
/// </param>
/// <param name="Preemptions">How often a thread is left before it has finished.</param>
/// <param name="Events">Event numbers in order.</param>
internal sealed record Schedule(int Overtaken, int Preemptions, IReadOnlyList<int> Events);
