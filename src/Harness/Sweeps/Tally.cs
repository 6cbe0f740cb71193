using Atomics.Programs;

namespace Harness.Sweeps;

/// <summary>Counts the outcomes of one scenario. An outcome becomes text once; after that its words find its counter.</summary>
public sealed class Tally
{
    private readonly Dictionary<string, long> _counts = [];
    private readonly Dictionary<ulong, List<Entry>> _entries = [];
    private long[]? _words;

    /// <summary>Samples counted.</summary>
    public long Samples { get; private set; }

    /// <summary>Counts by text.</summary>
    public IReadOnlyDictionary<string, long> Counts
    {
        get
        {
            _counts.Clear();
            foreach (Entry entry in _entries.Values.SelectMany(entries => entries))
            {
                _counts[entry.Text] = entry.Count;
            }

            return _counts;
        }
    }

    /// <summary>Counts the outcome of an instance that has run.</summary>
    public void Add(ScenarioInstance instance, long[][] registers)
    {
        long[] words = _words ??= new long[registers.Sum(each => each.Length) + instance.Observed.Count];
        int count = 0;
        foreach (long[] each in registers)
        {
            foreach (long value in each)
            {
                words[count++] = value;
            }
        }

        foreach (SharedLocation location in instance.Observed)
        {
            words[count++] = Stride.Read(location);
        }

        Samples++;
        Find(words.AsSpan(0, count), instance, registers).Count++;
    }

    private Entry Find(ReadOnlySpan<long> words, ScenarioInstance instance, long[][] registers)
    {
        ulong hash = 14695981039346656037;
        foreach (long word in words)
        {
            hash = (hash ^ (ulong)word) * 1099511628211;
        }

        if (!_entries.TryGetValue(hash, out List<Entry>? entries))
        {
            _entries[hash] = entries = [];
        }

        foreach (Entry entry in entries)
        {
            if (words.SequenceEqual(entry.Words))
            {
                return entry;
            }
        }

        long[] final = words[^instance.Observed.Count..].ToArray();
        Entry added = new(words.ToArray(), new Outcome(instance, registers, final).ToString());
        entries.Add(added);
        return added;
    }

    private sealed class Entry(long[] words, string text)
    {
        public long[] Words { get; } = words;

        public string Text { get; } = text;

        public long Count { get; set; }
    }
}
