namespace Stress.Bench.Footprint;

/// <summary>Memory that a scheme needs.</summary>
/// <param name="Scheme">Name of the scheme.</param>
/// <param name="Order">Order of the folio.</param>
/// <param name="InFolioBytes">Bytes of the folio's own words that the scheme uses, the mapcount included.</param>
/// <param name="BesideFolioBytes">Bytes that it allocates beside each folio when two MMs map it, managed or
/// native.</param>
/// <param name="PerMmBytes">Bytes that it keeps for each MM.</param>
internal sealed record MemoryRow(string Scheme, int Order, int InFolioBytes, long BesideFolioBytes, int PerMmBytes);
