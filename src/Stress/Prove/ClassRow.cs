using Proof;
using Proof.Counterexamples;
using Runs.Refutations;

namespace Stress.Prove;

/// <summary>A class in the report, with all its orders that share one verdict.</summary>
/// <param name="Scheme">Name of the scheme.</param>
/// <param name="Orders">The orders.</param>
/// <param name="Limit">Pages of the largest of their folios: with more mappings nobody looks at the values.</param>
/// <param name="Pages">Pages of the largest folio of the class, from which the radix is made.</param>
/// <param name="Values">Rmap values in a folio.</param>
/// <param name="Bits">Bits of an ID that one value carries.</param>
/// <param name="Radix">Weight of bit 1 of a value.</param>
/// <param name="Ids">IDs that the class tells apart, the dummy included.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Method">What it rests on.</param>
/// <param name="Bound">Up to so many mappings, it is certain that none of several MMs seem exclusive to one.</param>
/// <param name="Counterexample">Mappings that seem exclusive to an ID, which maps too where the pages suffice for
/// it.</param>
/// <param name="Fewest">How few mappings and MMs suffice, with a counterexample for each.</param>
/// <param name="Replay">What the tracker answers for the counterexample, under this scheme and under the corrected
/// one.</param>
internal sealed record ClassRow(
    string Scheme,
    IReadOnlyList<int> Orders,
    int Limit,
    int Pages,
    int Values,
    int Bits,
    int Radix,
    int Ids,
    ProofVerdict Verdict,
    ProofMethod Method,
    int Bound,
    Counterexample? Counterexample,
    Refutation? Fewest,
    IReadOnlyList<ReplayAnswer> Replay);
