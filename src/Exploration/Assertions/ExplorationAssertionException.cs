namespace Exploration.Assertions;

/// <summary>An assertion on a search does not hold.</summary>
/// <param name="message">What was expected, the outcomes found, and a counterexample.</param>
public sealed class ExplorationAssertionException(string message) : Exception(message);
