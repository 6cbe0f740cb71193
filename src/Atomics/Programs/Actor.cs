namespace Atomics.Programs;

/// <summary>
/// One thread of a scenario: a deterministic function of the values it reads from shared words. What it saw goes into
/// its registers.
/// </summary>
/// <param name="Name">Unique in its scenario, such as <c>reader 1</c>.</param>
/// <param name="RegisterNames">Names of the registers; their number is the length of the span handed to the
/// body.</param>
/// <param name="Body"> What the thread does. Shared words are touched through the memory parameter only; everything
/// else that it changes must be its own (a checker runs the body again and again). Registers start at 0.
/// </param>
public sealed record Actor(string Name, IReadOnlyList<string> RegisterNames, ActorBody Body);

/// <summary>The code of an actor.</summary>
/// <param name="registers">Zeroed words that hold what the actor observed, one for each register name.</param>
public delegate void ActorBody(Span<long> registers);
