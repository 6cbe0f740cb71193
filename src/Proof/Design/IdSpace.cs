namespace Proof.Design;

/// <summary>What an ID of some bits costs.</summary>
/// <param name="IdBits">Bits of the ID.</param>
/// <param name="Values">Fewest rmap values that carry it.</param>
/// <param name="Bytes">Bytes of these values per folio.</param>
public sealed record IdSpace(int IdBits, int Values, int Bytes);
