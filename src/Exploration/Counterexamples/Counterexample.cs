namespace Exploration.Counterexamples;

/// <summary>An execution that a scenario forbids.</summary>
/// <param name="Violation">What is wrong with it.</param>
/// <param name="Preemptions">Fewest preemptions of an order of its steps.</param>
/// <param name="Steps">Its operations in that order; steps are numbered from 1.</param>
/// <param name="Reorderings">For weak memory, which reorderings it took, one sentence each; empty if the order explains it.</param>
public sealed record Counterexample(
    string Violation, int Preemptions, IReadOnlyList<CounterexampleStep> Steps, IReadOnlyList<string> Reorderings);
