namespace Tracker.Reading;

/// <summary>The answer of <see cref="ReuseReader{TMemory, TRead}"/>, with what an audit needs to check it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Word">The sequence word at read begin: a reuse holds at its sequence number.</param>
public readonly record struct Reuse(ReuseAnswer Answer, long Word);
