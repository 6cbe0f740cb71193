using System.Collections.Concurrent;
using Atomics.Programs;
using Exploration.Actors;
using Exploration.Graphs;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>The words that actors have touched: what each is a part of.</summary>
internal sealed class WordTable(FoundWords words, ObjectTable objects)
{
    private readonly ConcurrentDictionary<(long Owner, int Offset), int> _numbers = new();
    private readonly FoundWord[] _found = new FoundWord[GraphLimits.MaxLocations];
    private readonly Lock _adding = new();

    /// <summary>Whether no search has room for one more.</summary>
    public bool IsFull => words.Count == GraphLimits.MaxLocations;

    /// <summary>How many words have been touched.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of a word; -1 if nobody has touched it yet.</summary>
    public int Find(long owner, int offset) => _numbers.TryGetValue((owner, offset), out int number) ? number : -1;

    /// <summary>What a number stands for.</summary>
    public FoundWord this[int number]
    {
        get
        {
            lock (_adding)
            {
                return _found[number];
            }
        }
    }

    /// <summary>Takes in a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="name">Its name as a programmer would write it.</param>
    /// <param name="initial">What it holds before any actor runs.</param>
    public int Add(FoundWord word, string name, long initial)
    {
        lock (_adding)
        {
            if (Find(word.Owner, word.Offset) is int known and >= 0)
            {
                return known;
            }

            bool isStatic = objects[word.Owner] is ObjectKey.Static;
            int size = word.Leaf.Size == sizeof(long) ? sizeof(long) : sizeof(int);
            int number = words.Add(new SharedLocation(name, 0, size, IsData: word.IsData),
                new WordTraits(isStatic ? 0 : word.Owner, word.Leaf.IsReference)
                {
                    Id = ObjectTable.HashOf($"word {word.Owner} {word.Offset}"),
                },
                initial);
            _found[number] = word;
            _numbers[(word.Owner, word.Offset)] = number;
            return number;
        }
    }

    /// <summary>A value of a word as a programmer would write it.</summary>
    public string Format(int number, long value)
    {
        Leaf leaf = this[number].Leaf;
        return leaf.IsReference ? objects.ValueOf(value) : Word.Format(leaf.Type, value);
    }
}
