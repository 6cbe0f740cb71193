using Proof.Counterexamples;
using Tracker.SubIds;

namespace Proof;

/// <summary>What is known about a class at one order, and why.</summary>
/// <param name="SubIds">The class.</param>
/// <param name="Order">Order of the folios.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Method">What it rests on.</param>
/// <param name="Bound">Up to so many mappings, no mappings of several MMs seem exclusive to one.</param>
/// <param name="Refutation">The counterexamples of a refuted class.</param>
public sealed record ClassProof(
    SubIdClass SubIds, int Order, ProofVerdict Verdict, ProofMethod Method, int Bound, Refutation? Refutation)
{
    /// <summary>Pages of the folios: above so many mappings nobody looks at the values.</summary>
    public int Pages => 1 << Order;
}
