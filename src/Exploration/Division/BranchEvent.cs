namespace Exploration.Division;

/// <summary>An event of a <see cref="Branch"/>. Events are named by their place, actor by actor.</summary>
/// <param name="Thread">The actor.</param>
/// <param name="Rank">How many of the others are older.</param>
/// <param name="Choice">What it chose.</param>
/// <param name="Source">The write that it reads or comes behind; -1 for the initial one.</param>
/// <param name="Value">The value of a guess.</param>
/// <param name="Seen">The adds that it has seen.</param>
internal sealed record BranchEvent(int Thread, int Rank, BranchChoice Choice, int Source, long Value, int[] Seen);
