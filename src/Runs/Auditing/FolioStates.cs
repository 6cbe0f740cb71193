using System.Runtime.CompilerServices;

namespace Runs.Auditing;

/// <summary>The states of a folio in a round: the one that it began with, then one for each section.</summary>
/// <param name="truths">Mapcounts and holders, one for each state.</param>
/// <param name="values">The rmap values, modulo 2^64: <paramref name="valueCount"/> for each state.</param>
/// <param name="valueCount">Values of the folio; may be 0.</param>
internal readonly ref struct FolioStates(Span<FolioTruth> truths, Span<long> values, int valueCount)
{
    /// <summary>Mapcounts and holders, one for each state.</summary>
    public Span<FolioTruth> Truths { get; } = truths;

    private readonly Span<long> _values = values;
    private readonly int _valueCount = valueCount;

    /// <summary>The values of a state, or of several in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<long> Values(int state, int states = 1) => _values.Slice(state * _valueCount, states * _valueCount);
}
