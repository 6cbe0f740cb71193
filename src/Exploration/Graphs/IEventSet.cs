namespace Exploration.Graphs;

/// <summary>
/// A set of event numbers of fixed width: words of 64 bits. The default value is the empty set. The width is a type
/// parameter of the search, so that a small program pays for one word only.
/// </summary>
/// <typeparam name="TSelf">The set.</typeparam>
internal interface IEventSet<TSelf>
    where TSelf : unmanaged, IEventSet<TSelf>
{
    /// <summary>How many words it has: numbers are 0 to 64 times as many, exclusive.</summary>
    static abstract int Words { get; }

    /// <summary>The set with one word given and all others empty.</summary>
    static abstract TSelf OfWord(int index, ulong word);

    /// <summary>Union.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Intersection.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Complement.</summary>
    static abstract TSelf operator ~(TSelf set);

    /// <summary>Whether it has no element.</summary>
    bool IsEmpty { get; }

    /// <summary>One of its words, the lowest numbers first.</summary>
    ulong Word(int index);
}
