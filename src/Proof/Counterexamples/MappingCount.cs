namespace Proof.Counterexamples;

/// <summary>The mappings of one MM.</summary>
/// <param name="Id">Its rmap ID.</param>
/// <param name="Count">Pages of the folio that it maps, at least 1.</param>
public sealed record MappingCount(int Id, int Count);
