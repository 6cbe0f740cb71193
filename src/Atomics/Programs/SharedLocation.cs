namespace Atomics.Programs;

/// <summary>A shared word by name.</summary>
/// <param name="Name">Unique in its scenario, such as <c>sequence</c> or <c>value 2</c>.</param>
/// <param name="Address">Address of the word.</param>
/// <param name="SizeBytes">4 or 8.</param>
/// <param name="IsConstant">
/// True if no actor writes it: a checker then need not treat its reads as events, and reports a write as an error.
/// </param>
/// <param name="IsData">
/// True if the word is never meant to be raced for: a checker then reports two accesses by two actors, one of them a
/// write, that happens-before does not order.
/// </param>
public readonly record struct SharedLocation(
    string Name, nint Address, int SizeBytes, bool IsConstant = false, bool IsData = false);
