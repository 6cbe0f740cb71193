namespace Exploration.Actors;

/// <summary>What a word is to the rules of the .NET memory model about objects.</summary>
/// <param name="Owner"> The object that the word is a field, an element or the header of; 0 for statics, native words
/// and words of scenarios.
/// </param>
/// <param name="HoldsReference">Whether the word holds an object or null: its value is then an object's
/// identity.</param>
internal readonly record struct WordTraits(long Owner, bool HoldsReference)
{
    /// <summary>
    /// What names the word in every process, of words that are found on the way; 0 for declared ones, whose numbers do.
    /// </summary>
    public long Id { get; init; }

    /// <summary>What names a location in every process; -1 stays none.</summary>
    /// <param name="words">What the locations are; empty if none has to do with objects.</param>
    /// <param name="location">The location.</param>
    public static long IdOf(WordTraits[] words, int location) =>
        location >= 0 && words.Length > 0 && words[location].Id is not 0 and long id ? id : location;

    /// <summary>A word that belongs to no object and holds a number.</summary>
    public static WordTraits None => default;
}
