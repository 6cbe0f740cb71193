using System.Numerics;
using Proof.Arithmetic;

namespace Proof.Lattices;

/// <summary>The vanishing vector that needs the fewest mappings, found through the lattice alone.</summary>
internal static class ShortestVector
{
    /// <summary>
    /// Digits up to which the search ends soon: its tree grows exponentially with them. 8 digits take milliseconds.
    /// </summary>
    public const int MostDigits = 12;

    /// <summary>
    /// Reduces the lattice, then asks for vectors within one mapping less than the best known until there is none: what
    /// is left is the smallest, by complete enumeration.
    /// </summary>
    /// <param name="system">At most <see cref="MostDigits"/> digits.</param>
    public static int[] Find(DigitSystem system)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(system.Digits, MostDigits);
        BigInteger[][] basis = LatticeReduction.Reduce(VanishingLattice.Basis(system));
        int[] best = Smallest(basis);
        while (BoxEnumeration.All(basis, MaxNorm.Of(best) - 1) is { Count: > 0 } smaller)
        {
            best = smaller.MinBy(MaxNorm.Of)!;
        }

        return best;
    }

    /// <summary>A small vanishing vector of any number of digits: the best row of a reduced basis.</summary>
    public static int[] Approximate(DigitSystem system) =>
        Smallest(LatticeReduction.Reduce(VanishingLattice.Basis(system)));

    private static int[] Smallest(BigInteger[][] basis) => [.. basis
        .MinBy(row => row.Max(BigInteger.Abs))!
        .Select(entry => (int)entry)];
}
