namespace Exploration.Tests.Oracle.Axioms;

/// <summary>An operation of a program without branches.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Word">The word, by number; a barrier ignores it.</param>
/// <param name="Value">What is written, added or masked with.</param>
/// <param name="Comparand">What a compare-and-swap expects.</param>
internal readonly record struct StraightOperation(StraightKind Kind, int Word, long Value, long Comparand)
{
    public bool IsBarrier => Kind is StraightKind.ReadBarrier or StraightKind.WriteBarrier or StraightKind.FullBarrier;

    public bool IsUpdate => Kind >= StraightKind.Exchange;

    /// <summary>Whether it is a full fence on both sides of its access.</summary>
    public bool IsInterlocked => Kind is >= StraightKind.Exchange and <= StraightKind.Add;

    /// <summary>Whether the actor learns what it has read.</summary>
    public bool Returns => Kind is StraightKind.ReadPlain or StraightKind.ReadAcquire
        or (>= StraightKind.Exchange and <= StraightKind.AddReturn);

    /// <summary>What the word holds afterwards.</summary>
    public long Apply(long old, bool is32Bit)
    {
        long value = Kind switch
        {
            StraightKind.And => old & Value,
            StraightKind.Or => old | Value,
            StraightKind.AddReturn or StraightKind.Add or StraightKind.AddRelaxed or StraightKind.AddRelease =>
                unchecked(old + Value),
            _ => Value,
        };
        return is32Bit ? unchecked((int)value) : value;
    }

    /// <summary>What the actor gets, from what was read.</summary>
    public long Returned(long read, bool is32Bit) => Kind == StraightKind.AddReturn ? Apply(read, is32Bit) : read;

    public override string ToString() => IsBarrier ? $"{Kind}"
        : Kind is StraightKind.ReadPlain or StraightKind.ReadAcquire ? $"{Kind} w{Word}"
        : Kind == StraightKind.CompareExchange ? $"{Kind}(w{Word}, {Value}, {Comparand})"
        : $"{Kind}(w{Word}, {Value})";
}
