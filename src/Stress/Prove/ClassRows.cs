using Proof;
using Runs.Refutations;
using Tracker.SubIds;

namespace Stress.Prove;

/// <summary>Proves or refutes schemes, class by class, and replays what refutes them on the tracker.</summary>
internal static class ClassRows
{
    /// <summary>One row per class, or per order where the verdict depends on it.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="order">The only order to ask for; null for all.</param>
    public static IEnumerable<ClassRow> Of(SubIdScheme scheme, int? order)
    {
        foreach (SubIdClass subIds in scheme.Classes)
        {
            ClassProof[] proofs = [.. Enumerable.Range(subIds.MinOrder, subIds.MaxOrder - subIds.MinOrder + 1)
                .Where(candidate => order is null || candidate == order)
                .Select(candidate => ClassProver.Prove(subIds, candidate))];
            bool isUniform = proofs.All(proof => proof.Verdict == ProofVerdict.Proved)
                && proofs.DistinctBy(proof => (proof.Method, proof.Bound)).Count() == 1;
            IEnumerable<ClassProof[]> groups = isUniform ? [proofs] : proofs.Select(proof => new[] { proof });
            foreach (ClassProof[] group in groups)
            {
                yield return Row(scheme, group);
            }
        }
    }

    private static ClassRow Row(SubIdScheme scheme, ClassProof[] sameVerdict)
    {
        ClassProof proof = sameVerdict[^1];
        return new ClassRow(
            scheme.Name,
            [.. sameVerdict.Select(each => each.Order)],
            proof.Pages,
            proof.SubIds.Pages,
            proof.SubIds.Values,
            proof.SubIds.BitsPerValue,
            proof.SubIds.Radix,
            1 << proof.SubIds.IdBits,
            proof.Verdict,
            proof.Method,
            proof.Bound,
            proof.Refutation?.Main,
            proof.Refutation,
            Replay(scheme, proof));
    }

    private static ReplayAnswer[] Replay(SubIdScheme scheme, ClassProof proof) => proof.Refutation is null
        ? []
        : [.. new[] { scheme, SubIdScheme.RmapIdCompact }
            .Select(each => TrackerReplay.Run(each, proof.Order, proof.Refutation.Main))];
}
