using Atomics.Programs;

namespace Exploration.Actors;

/// <summary>What an execution of a <see cref="CodeScenario"/> showed, and what its check says.</summary>
/// <param name="Text">The outcome on one line.</param>
/// <param name="Values">Its values by name.</param>
/// <param name="Violation">Null if it is allowed.</param>
internal readonly record struct CodeOutcome(string Text, IReadOnlyList<OutcomeValue> Values, string? Violation);
