namespace Exploration.Tests.Oracle.Axioms;

/// <summary>
/// A candidate execution of a program: its events, from whom each read reads, and the modification order of each word.
/// The initial writes are no events: a read of one has -1 as its source.
/// </summary>
internal sealed class CandidateGraph
{
    private readonly StraightProgram _program;
    private readonly GraphEvent[] _events;
    private readonly int[] _sources;
    private readonly long?[] _values;

    /// <summary>Derives the relations.</summary>
    /// <param name="program">The program.</param>
    /// <param name="events">The events, thread after thread in program order.</param>
    /// <param name="sources">The write that each read reads, by event.</param>
    /// <param name="places">The place of each write in its word's modification order, by event.</param>
    public CandidateGraph(StraightProgram program, GraphEvent[] events, int[] sources, int[] places)
    {
        _program = program;
        _events = events;
        _sources = sources;
        _values = new long?[events.Length];
        ProgramOrder = Relate((from, to) => from < to && events[from].Thread == events[to].Thread);
        ReadsFrom = Relate((from, to) => events[to].IsRead && sources[to] == from);
        ModificationOrder = Relate((from, to) => AreWrites(from, to) && places[from] < places[to]);
        FromReads = Relate((from, to) =>
            events[from].IsRead && events[to].IsWrite && events[from].Word == events[to].Word
            && (sources[from] < 0 || places[sources[from]] < places[to]));
        Updates = Relate((from, to) =>
            to == from + 1 && events[from].IsRead && events[to].IsWrite && events[to].IsUpdate);
        Final = [.. program.Words.Select((_, word) => Enumerable.Range(0, events.Length)
            .Where(number => events[number].IsWrite && events[number].Word == word)
            .OrderByDescending(number => places[number]).Select(ValueOf).FirstOrDefault())];
    }

    public int Size => _events.Length;

    public Relation ProgramOrder { get; }

    public Relation ReadsFrom { get; }

    public Relation ModificationOrder { get; }

    /// <summary>From a read to the writes that come after what it reads.</summary>
    public Relation FromReads { get; }

    /// <summary>From the read of an atomic update to its write.</summary>
    public Relation Updates { get; }

    /// <summary>Reads-from, modification order, from-reads.</summary>
    public Relation Communication => ReadsFrom | ModificationOrder | FromReads;

    private long[] Final { get; }

    public GraphEvent this[int number] => _events[number];

    public Relation Relate(Func<int, int, bool> holds) => new(_events.Length, holds);

    /// <summary>Whether each compare-and-swap that is taken to fail does, and no other.</summary>
    public bool FitsItsComparisons => Enumerable.Range(0, Size).All(number =>
        !_events[number].IsRead
        || OperationOf(number) is not { Kind: StraightKind.CompareExchange } operation
        || (ValueOf(number) == operation.Comparand) == _events[number].IsUpdate);

    /// <summary>The outcome, in the words of the explorer.</summary>
    public string Outcome() => string.Join(' ', Enumerable.Range(0, Size)
        .Where(number => _events[number].IsRead && OperationOf(number).Returns)
        .Select(number => $"P{_events[number].Thread}.r{_events[number].Index}={ReturnedBy(number)}")
        .Concat(_program.Words.Select((word, index) => $"{word.Name}={Final[index]}")));

    private bool AreWrites(int from, int to) =>
        _events[from].IsWrite && _events[to].IsWrite && _events[from].Word == _events[to].Word;

    private long ReturnedBy(int number) => OperationOf(number).Returned(ValueOf(number), Is32Bit(number));

    private StraightOperation OperationOf(int number) =>
        _program.Threads[_events[number].Thread][_events[number].Index];

    private bool Is32Bit(int number) => _program.Words[_events[number].Word].Is32Bit;

    /// <summary>An update reads what comes before it in modification order, so this ends.</summary>
    private long ValueOf(int number) => _values[number] ??= _events[number].IsRead
        ? (_sources[number] < 0 ? 0 : ValueOf(_sources[number]))
        : OperationOf(number).Apply(_events[number].IsUpdate ? ValueOf(number - 1) : 0, Is32Bit(number));
}
