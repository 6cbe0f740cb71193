namespace Exploration.Actors;

/// <summary>
/// All that an actor would go on from at the end of a turn of a loop, as far as the turn can have changed it. From
/// equal states the same code does the same for ever, fed the same.
/// </summary>
internal sealed class LoopState
{
    private readonly List<long> _words = [];
    private readonly List<int> _throughs = [];

    /// <summary>Whether it is all there; if not, it equals nothing.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>How many operations of the actor's history come before.</summary>
    public int Index { get; private set; }

    /// <summary>Begins with nothing.</summary>
    public void Clear()
    {
        _words.Clear();
        _throughs.Clear();
        IsKnown = true;
    }

    /// <summary>A part of it cannot be told.</summary>
    public void Forget() => IsKnown = false;

    /// <summary>Adds a part.</summary>
    /// <param name="word">A value, or the number of an object.</param>
    /// <param name="through">Index of the operation that read the reference; -1 if none did.</param>
    public void Add(long word, int through = -1)
    {
        _words.Add(word);
        _throughs.Add(through);
    }

    /// <summary>It is that of the end of a turn.</summary>
    /// <param name="index">How many operations of the actor's history come before.</param>
    public void End(int index) => Index = index;

    /// <summary>Takes over what another is.</summary>
    public void CopyFrom(LoopState other)
    {
        Clear();
        _words.AddRange(other._words);
        _throughs.AddRange(other._throughs);
        (IsKnown, Index) = (other.IsKnown, other.Index);
    }

    /// <summary>Whether the words are equal, wherever references came from.</summary>
    public bool HasWordsOf(LoopState other) =>
        IsKnown && other.IsKnown && _words.Count == other._words.Count && _words.SequenceEqual(other._words);

    /// <summary>
    /// Whether the turn between left it as it was: a reference that it read is held to be the one that it read in the
    /// turn before, at the same place.
    /// </summary>
    /// <param name="earlier">The state at the end of the turn before.</param>
    /// <param name="start">Index of that turn's first operation; <see cref="int.MaxValue"/> if unknown.</param>
    public bool IsAsIn(LoopState earlier, int start)
    {
        if (!HasWordsOf(earlier))
        {
            return false;
        }

        for (int part = 0; part < _throughs.Count; part++)
        {
            int before = earlier._throughs[part];
            int expected = before < start ? before : before + Index - earlier.Index;
            if (_throughs[part] != expected)
            {
                return false;
            }
        }

        return true;
    }
}
