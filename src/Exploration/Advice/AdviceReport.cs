namespace Exploration.Advice;

/// <summary>What is known about the strength of a scenario's operations.</summary>
/// <param name="Result">What the scenario does as it is.</param>
/// <param name="Advice">
/// If it passes: for each operation and each weaker one, whether the program breaks with it.
/// </param>
/// <param name="Repairs">
/// If it is violated: the sets of fewest accesses, at most three, that repair it when they are stronger, and of those
/// the ones with the fewest full fences; none if no such set does.
/// </param>
/// <param name="IsComplete">Whether every search for a repair was complete: else there may be smaller ones.</param>
public sealed record AdviceReport(
    ExplorationResult Result, IReadOnlyList<Advice> Advice, IReadOnlyList<Repair> Repairs, bool IsComplete);
