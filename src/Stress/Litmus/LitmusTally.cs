using Atomics.Programs;

namespace Stress.Litmus;

/// <summary>Counts outcomes. An outcome becomes text once; after that its words find its counter.</summary>
internal sealed class LitmusTally
{
    private readonly Dictionary<string, long> _counts = [];
    private readonly Dictionary<ulong, List<Entry>> _entries = [];

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
        Span<long> words = stackalloc long[64];
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
            words[count++] = LitmusStride.Read(location);
        }

        Samples++;
        Find(words[..count], instance, registers).Count++;
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
