namespace Exploration.Tests.Oracle.Dotnet.Checker;

/// <summary>A register of an actor in the checker.</summary>
/// <param name="Value">What it holds.</param>
/// <param name="Read">Which operation of the actor read it, by its index there; -1 if none did.</param>
internal readonly record struct CheckedRegister(Notation.Value Value, int Read);
