namespace Atomics.Programs;

/// <summary>One thread of a <see cref="PerpetualProgram"/>.</summary>
/// <param name="ReadsOther">For each register, whether it is loaded from a word of the other thread, or of its
/// own.</param>
/// <param name="Body">What it does.</param>
public sealed record PerpetualActor(IReadOnlyList<bool> ReadsOther, PerpetualBody Body);

/// <summary>Runs iterations from 0 on.</summary>
/// <param name="iterations">How many.</param>
/// <param name="seen">What the registers have seen, one after the other, iteration after iteration.</param>
public delegate void PerpetualBody(int iterations, Span<int> seen);
