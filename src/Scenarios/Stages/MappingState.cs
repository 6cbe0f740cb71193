namespace Scenarios.Stages;

/// <summary>One state of a folio.</summary>
/// <param name="Number">Sequence number.</param>
/// <param name="Mapcount">Mappings.</param>
/// <param name="Counts">Mappings added by each writer since the start.</param>
/// <param name="Values">Rmap values.</param>
internal sealed record MappingState(long Number, int Mapcount, int[] Counts, long[] Values)
{
    /// <summary>Whether a snapshot shows exactly this state.</summary>
    public bool Matches(long mapcount, ReadOnlySpan<long> values) =>
        mapcount == Mapcount && values.SequenceEqual(Values);

    /// <inheritdoc/>
    public override string ToString() => $"mapcount {Mapcount}, values [{string.Join(", ", Values)}]";
}
