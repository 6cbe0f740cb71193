using System.Numerics;
using Proof.Arithmetic;

namespace Proof.Lattices;

/// <summary>
/// The vanishing vectors of a digit system form a lattice: sums and differences of vanishing vectors vanish.
/// </summary>
internal static class VanishingLattice
{
    /// <summary>
    /// A basis, one vector per row: 2^WordBits times bit 0, and per further bit b one of it against Radix^b times bit
    /// 0.
    /// </summary>
    public static BigInteger[][] Basis(DigitSystem system)
    {
        BigInteger[][] rows = new BigInteger[system.Digits][];
        for (int digit = 0; digit < system.Digits; digit++)
        {
            rows[digit] = new BigInteger[system.Digits];
            rows[digit][0] = digit == 0
                ? system.Modulus
                : -BigInteger.ModPow(system.Radix, digit, system.Modulus);
            rows[digit][digit] = digit == 0 ? system.Modulus : 1;
        }

        return rows;
    }
}
