namespace Exploration.Tests.Oracle.Loops;

/// <summary>How an execution ends for good, under every fair schedule: sets of actors.</summary>
/// <param name="Thrown">Those that an exception has left.</param>
/// <param name="Waiting">Those that go on for ever.</param>
internal readonly record struct Ending(int Thrown, int Waiting);
