using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>Performs something in an operation's place.</summary>
/// <param name="operation">The operation.</param>
/// <param name="runner">Performs operations.</param>
/// <returns>What the operation's word held before.</returns>
internal delegate long Replacement(in Operation operation, ActorRunner runner);
