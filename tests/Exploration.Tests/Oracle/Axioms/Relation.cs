using System.Numerics;

namespace Exploration.Tests.Oracle.Axioms;

/// <summary>A relation on at most 64 events: a square matrix, each row a set of bits.</summary>
internal sealed class Relation(int size)
{
    private readonly ulong[] _rows = new ulong[size];

    public Relation(int size, Func<int, int, bool> holds)
        : this(size)
    {
        for (int from = 0; from < size; from++)
        {
            for (int to = 0; to < size; to++)
            {
                _rows[from] |= holds(from, to) ? 1UL << to : 0;
            }
        }
    }

    public bool this[int from, int to] => (_rows[from] >> to & 1) != 0;

    public bool IsIrreflexive => !_rows.Select((row, number) => (row >> number & 1) != 0).Contains(true);

    public bool IsAcyclic => Closure().IsIrreflexive;

    public static Relation operator |(Relation left, Relation right)
    {
        Relation union = new(left._rows.Length);
        for (int from = 0; from < union._rows.Length; from++)
        {
            union._rows[from] = left._rows[from] | right._rows[from];
        }

        return union;
    }

    /// <summary>One step of this relation, then one of the other.</summary>
    public Relation Then(Relation next)
    {
        Relation composed = new(_rows.Length);
        for (int from = 0; from < _rows.Length; from++)
        {
            for (ulong rest = _rows[from]; rest != 0; rest &= rest - 1)
            {
                composed._rows[from] |= next._rows[BitOperations.TrailingZeroCount(rest)];
            }
        }

        return composed;
    }

    /// <summary>Only the pairs that begin in one set and end in another.</summary>
    public Relation Between(Func<int, bool> first, Func<int, bool> last) =>
        Where((from, to) => first(from) && last(to));

    /// <summary>Only some pairs.</summary>
    public Relation Where(Func<int, int, bool> holds) =>
        new(_rows.Length, (from, to) => this[from, to] && holds(from, to));

    /// <summary>One step or more.</summary>
    public Relation Closure()
    {
        Relation closure = this | this;
        for (int through = 0; through < _rows.Length; through++)
        {
            for (int from = 0; from < _rows.Length; from++)
            {
                closure._rows[from] |= closure[from, through] ? closure._rows[through] : 0;
            }
        }

        return closure;
    }
}
