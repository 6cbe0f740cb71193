using Atomics.Programs;

namespace Harness.Sweeps;

/// <summary>
/// Counts the outcomes of one scenario. An outcome becomes text once; after that its words find its counter.
/// </summary>
public sealed class Tally
{
    private readonly Dictionary<string, long> _counts = [];
    private readonly Dictionary<long[], Entry> _entries = new(WordsComparer.Instance);
    private long[]? _words;

    /// <summary>Samples counted.</summary>
    public long Samples { get; private set; }

    /// <summary>Counts by text.</summary>
    public IReadOnlyDictionary<string, long> Counts
    {
        get
        {
            _counts.Clear();
            foreach (Entry entry in _entries.Values)
            {
                _counts[entry.Text] = entry.Count;
            }

            return _counts;
        }
    }

    /// <summary>Adds another tally of the same scenario.</summary>
    public void Add(Tally other)
    {
        Samples += other.Samples;
        foreach ((long[] words, Entry entry) in other._entries)
        {
            if (!_entries.TryGetValue(words, out Entry? own))
            {
                _entries[words] = own = new Entry(entry.Text);
            }

            own.Count += entry.Count;
        }
    }

    /// <summary>Counts the outcome of an instance that has run.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="registers">Each actor's registers.</param>
    /// <param name="count">How many showed the same.</param>
    public void Add(ScenarioInstance instance, long[][] registers, long count = 1)
    {
        long[] words = _words ??= new long[registers.Sum(each => each.Length) + instance.Observed.Count];
        int length = 0;
        foreach (long[] each in registers)
        {
            foreach (long value in each)
            {
                words[length++] = value;
            }
        }

        foreach (SharedLocation location in instance.Observed)
        {
            words[length++] = Stride.Read(location);
        }

        Samples += count;
        Find(words.AsSpan(0, length), instance, registers).Count += count;
    }

    private Entry Find(ReadOnlySpan<long> words, ScenarioInstance instance, long[][] registers)
    {
        Dictionary<long[], Entry>.AlternateLookup<ReadOnlySpan<long>> entries =
            _entries.GetAlternateLookup<ReadOnlySpan<long>>();
        if (!entries.TryGetValue(words, out Entry? entry))
        {
            long[] final = words[^instance.Observed.Count..].ToArray();
            entries[words] = entry = new Entry(new Outcome(instance, registers, final).ToString());
        }

        return entry;
    }

    private sealed class Entry(string text)
    {
        public string Text { get; } = text;

        public long Count { get; set; }
    }
}
