using Proof.Arithmetic;
using Proof.Counterexamples;
using Proof.Lattices;
using Tracker.SubIds;

namespace Proof;

/// <summary>
/// Proves or refutes that the values of a class tell exclusive from shared, as docs/PROOF.md sets out.
/// </summary>
public static class ClassProver
{
    /// <summary>Vanishing vectors to list at most: order 9 of the posted scheme has 32 992.</summary>
    private const int MostVectors = 1 << 17;

    /// <summary>Settles one class at one order.</summary>
    /// <param name="subIds">The class.</param>
    /// <param name="order">An order of the class.</param>
    /// <exception cref="InvalidOperationException">Two independent searches disagree: a defect of the
    /// prover.</exception>
    public static ClassProof Prove(SubIdClass subIds, int order)
    {
        DigitSystem system = DigitSystem.Of(subIds);
        int pages = 1 << order;
        int belowRadix = subIds.Radix - 1;
        if (system.NeverCarries(pages))
        {
            int bound = system.NeverCarries(belowRadix) ? belowRadix : pages;
            return new ClassProof(subIds, order, ProofVerdict.Proved, ProofMethod.Width, bound, Refutation: null);
        }

        return WrapSearch.IsFeasible(system, belowRadix)
            ? Enumerate(subIds, order, system)
            : SearchLattice(subIds, order, system);
    }

    private static ClassProof Enumerate(SubIdClass subIds, int order, DigitSystem system)
    {
        int pages = 1 << order;
        int fewest = WrapSearch.FewestMappings(system, subIds.Radix - 1) ?? subIds.Radix;
        if (system.Digits <= ShortestVector.MostDigits && MaxNorm.Of(ShortestVector.Find(system)) is int other
            && other != fewest)
        {
            throw new InvalidOperationException(
                $"Fewest mappings of {system}: {fewest} by wraps, {other} through the lattice.");
        }

        if (fewest > pages)
        {
            return new ClassProof(
                subIds, order, ProofVerdict.Proved, ProofMethod.Enumeration, fewest - 1, Refutation: null);
        }

        bool isComplete = system.ExpectedVectors(pages) <= MostVectors;
        int[][] vectors = [.. WrapSearch.All(system, isComplete ? pages : fewest).Take(MostVectors)];
        Refutation refutation = RefutationSearch.Search(subIds, pages, vectors, isComplete);
        return new ClassProof(subIds, order, ProofVerdict.Refuted, ProofMethod.Enumeration, fewest - 1, refutation);
    }

    /// <summary>
    /// A word that is far too narrow: the reduced lattice gives a counterexample, not always the smallest.
    /// </summary>
    private static ClassProof SearchLattice(SubIdClass subIds, int order, DigitSystem system)
    {
        int pages = 1 << order;
        bool isShortest = system.Digits <= ShortestVector.MostDigits;
        int[] vector = isShortest ? ShortestVector.Find(system) : ShortestVector.Approximate(system);
        int bound = isShortest ? MaxNorm.Of(vector) - 1 : 0;
        return MaxNorm.Of(vector) > pages
            ? new ClassProof(
                subIds,
                order,
                isShortest ? ProofVerdict.Proved : ProofVerdict.Open,
                ProofMethod.Lattice,
                bound,
                Refutation: null)
            : new ClassProof(
                subIds,
                order,
                ProofVerdict.Refuted,
                ProofMethod.Lattice,
                bound,
                RefutationSearch.Search(subIds, pages, [vector], isComplete: false));
    }
}
