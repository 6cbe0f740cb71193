using Atomics.Programs;
using Exploration.Actors;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Checker;

/// <summary>
/// The words of a program in the checker, and their values there: objects are large numbers. What a thread would access
/// only if it read what nobody writes is one word that no other thread has.
/// </summary>
internal sealed class WordTable
{
    /// <summary>Of a register that was not set.</summary>
    public const long Unset = long.MinValue;

    private const long FirstObject = 1L << 40;
    private const string Elsewhere = "elsewhere";
    private readonly List<string> _objects = [];
    private readonly Dictionary<string, int> _indexes = [];
    private readonly Location[] _locations;
    private readonly ProgramTraces _traces;

    public WordTable(SmallProgram program)
    {
        _traces = new ProgramTraces(program);
        _locations = [.. _traces.Locations];
        Names = [.. _locations.Select(location => location.Text)];
        foreach (Location location in _locations)
        {
            _indexes.Add(location.Text, _indexes.Count);
        }
    }

    /// <summary>The words that the program accesses.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Allocates the words, each with its initial value.</summary>
    public unsafe SharedWords Allocate()
    {
        SharedWords words = new();
        foreach (Location location in _locations)
        {
            words.Word64(location.Text, Encode(_traces.InitialOf(location)));
        }

        words.Word64(Elsewhere);
        return words;
    }

    /// <summary>What the words are to the rules about objects.</summary>
    public IReadOnlyList<WordTraits> Traits() =>
    [
        .. _locations.Select(location => new WordTraits(
            location.Owner is null ? 0 : Encode(new Value(0, location.Owner)), _traces.HoldsReference(location))),
        WordTraits.None,
    ];

    public int IndexOf(string text) => _indexes.GetValueOrDefault(text, _locations.Length);

    public long Encode(Value value)
    {
        if (value.Object is null)
        {
            return value.Number;
        }

        lock (_objects)
        {
            int index = _objects.IndexOf(value.Object);
            if (index < 0)
            {
                index = _objects.Count;
                _objects.Add(value.Object);
            }

            return FirstObject + index;
        }
    }

    public Value Decode(long value)
    {
        lock (_objects)
        {
            return value - FirstObject is >= 0 and long index && index < _objects.Count
                ? new Value(0, _objects[(int)index])
                : new Value((int)value);
        }
    }
}
