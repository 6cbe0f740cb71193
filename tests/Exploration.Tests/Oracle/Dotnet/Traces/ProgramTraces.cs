using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>
/// The runs of a program's threads: those for values that the program may write, and those for any value that a word
/// can hold, which say what a thread does whatever it reads.
/// </summary>
internal sealed class ProgramTraces
{
    /// <summary>
    /// The largest number that is followed from word to word: <c>x := y + 1</c> beside <c>y := x + 1</c> would
    /// otherwise count for ever. Small programs hold small numbers.
    /// </summary>
    public const int LargestNumber = 8;

    /// <summary>A number that no program mentions.</summary>
    public static readonly Value Fresh = new(77);

    private readonly Dictionary<Location, SortedSet<Value>> _values = [];
    private readonly Dictionary<Location, SortedSet<Value>>[] _written;
    private readonly SmallProgram _program;
    private readonly Lazy<Trace[][]> _compiled;

    public ProgramTraces(SmallProgram program)
    {
        _program = program;
        _written = [.. program.Threads.Select(_ => new Dictionary<Location, SortedSet<Value>>())];
        do
        {
            Possible = [.. program.Threads.Select((thread, number) =>
                TraceRunner.Run(thread, (location, own) => Readable(number, location, own)))];
        }
        while (Learn());

        Any = RunsWith(
        [
            .. StatementWalk.Of(program).SelectMany(StatementWalk.ComparedWith).Select(number => new Value(number)),
            Fresh,
        ]);
        _compiled = new Lazy<Trace[][]>(() => RunsWith([default, Fresh]));
    }

    /// <summary>By thread, the runs for values that may be written.</summary>
    public Trace[][] Possible { get; }

    /// <summary>
    /// By thread, the runs for any values: those that may be written, compared with, and a fresh one.
    /// </summary>
    public Trace[][] Any { get; }

    /// <summary>By thread, the runs for values that may be written, 0 and a fresh one.</summary>
    public Trace[][] Compiled => _compiled.Value;

    /// <summary>Every word that some run accesses.</summary>
    public IEnumerable<Location> Locations => _values.Keys;

    /// <summary>Whether a word may hold an object.</summary>
    public bool HoldsReference(Location location) => ValuesOf(location).Any(value => value.IsObject);

    public Value InitialOf(Location location) => _program.Initial.GetValueOrDefault(location.Text);

    private SortedSet<Value> ValuesOf(Location location) =>
        _values.TryGetValue(location, out SortedSet<Value>? values)
            ? values
            : _values[location] = [InitialOf(location)];

    private Value[] WrittenByOthers(int thread, Location location) =>
        [.. _written.Where((_, other) => other != thread)
            .SelectMany(written => written.GetValueOrDefault(location) ?? []).Distinct()];

    /// <summary>Behind an own write a read returns that or what another thread may write.</summary>
    private Value[] Readable(int thread, Location location, Value? own)
    {
        SortedSet<Value> values = ValuesOf(location);
        return own is { } last
            ? [.. WrittenByOthers(thread, location).Where(values.Contains).Append(last).Distinct().Order()]
            : [.. values];
    }

    private Trace[][] RunsWith(Value[] others) => [.. _program.Threads.Select((thread, number) =>
        TraceRunner.Run(thread, (location, own) => Readable(number, location, own, others)))];

    /// <summary>A word that holds numbers may hold other ones too.</summary>
    private Value[] Readable(int thread, Location location, Value? own, Value[] others)
    {
        SortedSet<Value> values = ValuesOf(location);
        if (HoldsReference(location))
        {
            return Readable(thread, location, own);
        }

        Value[] written = WrittenByOthers(thread, location);
        return own is not { } last ? [.. values.Concat(others).Distinct().Order()]
            : written.Length == 0 ? [last]
            : [.. written.Concat(others).Append(last).Distinct().Order()];
    }

    /// <summary>Adds what the runs write; returns whether there was anything new.</summary>
    private bool Learn()
    {
        bool isNew = false;
        for (int thread = 0; thread < Possible.Length; thread++)
        {
            foreach (TraceEvent each in Possible[thread].SelectMany(trace => trace.Events))
            {
                if (each.IsWrite && (each.Value.IsObject || each.Value.Number is >= 0 and <= LargestNumber))
                {
                    isNew |= ValuesOf(each.Location).Add(each.Value);
                    isNew |= (_written[thread].TryGetValue(each.Location, out SortedSet<Value>? written)
                        ? written
                        : _written[thread][each.Location] = []).Add(each.Value);
                }
            }
        }

        foreach (SortedSet<Value> values in _values.Values)
        {
            isNew |= values.Any(value => value.IsObject) && values.Add(Value.Null);
        }

        return isNew;
    }
}
