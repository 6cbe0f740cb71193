using System.Collections;
using Atomics.Programs;
using Exploration.Graphs;

namespace Exploration.Actors;

/// <summary>
/// The shared words of a <see cref="CodeScenario"/>, which nobody declares: they are found while its actors run, and
/// keep their numbers for all workers and all searches of a process. In another one they have other numbers: what names
/// a word everywhere is its <see cref="WordTraits.Id"/>.
/// </summary>
internal sealed class FoundWords : IReadOnlyList<SharedLocation>
{
    private const int FirstCapacity = 16;
    private readonly Lock _adding = new();
    private readonly SharedLocation[] _words = new SharedLocation[GraphLimits.MaxLocations];
    private readonly bool[] _isFound = new bool[GraphLimits.MaxLocations];
    private readonly Dictionary<long, int> _numbers = [];
    private volatile int _count;

    /// <summary>How many a search has room for; if it finds more, it starts again with more room.</summary>
    public int Capacity => Initial.Length;

    /// <summary>Initial values by word; 0 where none has been found yet.</summary>
    public long[] Initial { get; private set; } = new long[FirstCapacity];

    /// <summary>Sizes by word in bytes.</summary>
    public int[] Sizes { get; private set; } = new int[FirstCapacity];

    /// <summary>What each word is to objects.</summary>
    public WordTraits[] Traits { get; private set; } = new WordTraits[FirstCapacity];

    /// <inheritdoc/>
    public int Count => _count;

    /// <inheritdoc/>
    public SharedLocation this[int index] => _words[index];

    /// <summary>Whether some run has touched a word.</summary>
    public bool IsFound(int index) => _isFound[index];

    /// <summary>The number of a word, which no run need have touched yet.</summary>
    /// <param name="id">Its <see cref="WordTraits.Id"/>.</param>
    /// <exception cref="WordsFullException">The search has no room for it.</exception>
    public int Reserve(long id)
    {
        lock (_adding)
        {
            if (!_numbers.TryGetValue(id, out int number))
            {
                number = _count < Capacity ? _count++ : throw new WordsFullException();
                _numbers.Add(id, number);
                Traits[number] = WordTraits.None with { Id = id };
                _words[number] = new SharedLocation("a word that nobody has touched", 0, sizeof(int));
            }

            return number;
        }
    }

    /// <summary>Takes in a word that is not there yet.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="WordsFullException">The search has no room for it.</exception>
    /// <exception cref="ExplorationException">No search has.</exception>
    public int Add(SharedLocation word, WordTraits traits, long initial)
    {
        lock (_adding)
        {
            if (!_numbers.ContainsKey(traits.Id) && _count == GraphLimits.MaxLocations)
            {
                throw new ExplorationException(
                    $"The actors touch more than {GraphLimits.MaxLocations} shared words; '{word.Name}' is one too "
                    + "many. Make the program smaller.");
            }

            int number = Reserve(traits.Id);
            if (_isFound[number])
            {
                throw new ExplorationException(
                    $"Two words have one number: '{_words[number].Name}' and '{word.Name}'. Rename something in the "
                    + "program.");
            }

            (_words[number], _isFound[number]) = (word, true);
            Initial[number] = initial;
            Sizes[number] = word.SizeBytes;
            Traits[number] = traits;
            return number;
        }
    }

    /// <summary>Makes room for twice as many, before a search starts again.</summary>
    public void Grow()
    {
        long[] initial = new long[Math.Min(2 * Capacity, GraphLimits.MaxLocations)];
        int[] sizes = new int[initial.Length];
        Initial.CopyTo(initial, 0);
        Sizes.CopyTo(sizes, 0);
        WordTraits[] traits = new WordTraits[initial.Length];
        Traits.CopyTo(traits, 0);
        (Initial, Sizes, Traits) = (initial, sizes, traits);
    }

    /// <inheritdoc/>
    public IEnumerator<SharedLocation> GetEnumerator() => _words.Take(_count).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
