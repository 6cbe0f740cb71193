using Proof;
using Proof.Counterexamples;
using Runs.Refutations;
using Tracker.SubIds;

namespace Stress.Prove;

/// <summary>
/// A prover that refutes nothing proves nothing: before any other class, the canary <c>sub-id-too-wide</c> must be
/// refuted, its counterexamples must pass the check in exact integers, and the tracker must fall for each.
/// </summary>
/// <param name="Canary">Name of the canary.</param>
/// <param name="Order">Order at which it was tried.</param>
/// <param name="Counterexamples">Counterexamples found.</param>
/// <param name="Confirmed">How many of them the check and the tracker confirmed.</param>
internal sealed record ProveControl(string Canary, int Order, int Counterexamples, int Confirmed)
{
    /// <summary>The smallest order that the posted scheme gets wrong.</summary>
    private const int CanaryOrder = 7;

    /// <summary>Whether the prover is fit to prove.</summary>
    public bool IsLive => Counterexamples > 0 && Confirmed == Counterexamples;

    /// <summary>Tries the canary.</summary>
    public static ProveControl Try()
    {
        SubIdScheme canary = SubIdScheme.RmapIdPosted;
        SubIdClass subIds = canary.ClassOf(CanaryOrder);
        ClassProof proof = ClassProver.Prove(subIds, CanaryOrder);
        Counterexample[] found = [.. proof.Refutation?.All ?? []];
        int confirmed = found.Count(each =>
            each.Refutes(subIds, proof.Pages) && TrackerReplay.Run(canary, CanaryOrder, each).Exclusive);
        return new ProveControl("sub-id-too-wide", CanaryOrder, found.Length, confirmed);
    }
}
