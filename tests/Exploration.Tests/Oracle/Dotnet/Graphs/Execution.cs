using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Graphs;

/// <summary>
/// An execution graph: the runs of the threads, who reads from whom, and the order of each word's writes.
/// </summary>
internal sealed class Execution
{
    private readonly int[] _sources;
    private readonly int[] _places;

    public Execution(Combination combination, LocationChoice[] choices)
    {
        Combination = combination;
        _sources = new int[combination.Nodes.Length];
        _places = new int[combination.Nodes.Length];
        foreach (LocationChoice choice in choices)
        {
            foreach ((int read, int source) in choice.Sources)
            {
                _sources[read] = source;
            }

            for (int place = 0; place < choice.Order.Length; place++)
            {
                _places[choice.Order[place]] = place;
            }
        }

        Choices = choices;
        ReadsFrom = combination.Relate((from, to) => this[to].IsRead && _sources[to] == from);
        Coherence = combination.Relate((from, to) =>
            this[from].IsWrite && this[to].IsWrite && AreOfOneWord(from, to) && _places[from] < _places[to]);
        FromReads = combination.Relate((from, to) =>
            this[from].IsRead && this[to].IsWrite && AreOfOneWord(from, to)
            && !(this[from].IsUpdate && to == from + 1)
            && (_sources[from] == LocationChoice.Initial || _places[_sources[from]] < _places[to]));
    }

    public Combination Combination { get; }

    public IReadOnlyList<LocationChoice> Choices { get; }

    /// <summary>How many events there are.</summary>
    public int Size => _sources.Length;

    public Relation ReadsFrom { get; }

    /// <summary>The order of the writes of each word.</summary>
    public Relation Coherence { get; }

    /// <summary>
    /// From a read to the writes behind what it reads; not from the read of an update to its own write.
    /// </summary>
    public Relation FromReads { get; }

    /// <summary>Reads-from, coherence and from-reads.</summary>
    public Relation Communication => ReadsFrom | Coherence | FromReads;

    public TraceEvent this[int number] => Combination[number];

    /// <summary>The write that a read reads; <see cref="LocationChoice.Initial"/> for the initial one.</summary>
    public int SourceOf(int read) => _sources[read];

    /// <summary>The part of a relation that is between threads.</summary>
    public Relation External(Relation relation) =>
        relation.Where((from, to) => !Combination.AreOfOneThread(from, to));

    private bool AreOfOneWord(int first, int second) => this[first].Location == this[second].Location;
}
