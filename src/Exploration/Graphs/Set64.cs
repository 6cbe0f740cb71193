namespace Exploration.Graphs;

/// <summary>A set of the numbers 0 to 63.</summary>
/// <param name="Bits">A bit for each number.</param>
internal readonly record struct Set64(ulong Bits) : IEventSet<Set64>
{
    /// <inheritdoc/>
    public static int Words => 1;

    /// <inheritdoc/>
    public bool IsEmpty => Bits == 0;

    /// <inheritdoc/>
    public static Set64 OfWord(int index, ulong word) => new(word);

    /// <inheritdoc/>
    public static Set64 operator |(Set64 left, Set64 right) => new(left.Bits | right.Bits);

    /// <inheritdoc/>
    public static Set64 operator &(Set64 left, Set64 right) => new(left.Bits & right.Bits);

    /// <inheritdoc/>
    public static Set64 operator ~(Set64 set) => new(~set.Bits);

    /// <inheritdoc/>
    public ulong Word(int index) => Bits;
}
