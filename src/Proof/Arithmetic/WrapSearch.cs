using System.Numerics;

namespace Proof.Arithmetic;

/// <summary>
/// Lists every vanishing vector within a limit by the number of times that its weight wraps the word.
/// </summary>
/// <remarks>
/// The weight of a vanishing vector is w * 2^WordBits, and a vector within the limit L weighs at most L times the sum
/// of all weights: few w are possible, none but 0 where the proof's condition holds. The digits follow from w by
/// division, lowest first: each is known modulo the radix, which leaves one or two values within L. Nothing is guessed,
/// so a search that ends is complete.
/// </remarks>
internal static class WrapSearch
{
    /// <summary>Wraps to try at most: above it the search declines, and the lattice is asked alone.</summary>
    private const int MaxWraps = 1 << 16;

    /// <summary>Whether the vectors within <paramref name="limit"/> wrap so rarely that all can be tried.</summary>
    public static bool IsFeasible(DigitSystem system, int limit) => MostWraps(system, limit) <= MaxWraps;

    /// <summary>
    /// The fewest mappings, up to <paramref name="most"/>, with which some vector vanishes; null when none does.
    /// </summary>
    /// <param name="system">The digits.</param>
    /// <param name="most">Below the radix, where a carry always vanishes: Radix times bit 0 against one bit 1.</param>
    public static int? FewestMappings(DigitSystem system, int most)
    {
        int none = 0;
        int some = most + 1;
        while (some - none > 1)
        {
            int middle = none + ((some - none) / 2);
            (none, some) = Any(system, middle) ? (none, middle) : (middle, some);
        }

        return some <= most ? some : null;
    }

    /// <summary>Whether some vector within <paramref name="limit"/>, below the radix, vanishes.</summary>
    public static bool Any(DigitSystem system, int limit)
    {
        // Weights that remain are few at every digit, however many vectors share them.
        HashSet<BigInteger> remaining = [.. Wraps(system, limit)];
        for (int digit = 0; digit < system.Digits && remaining.Count > 0; digit++)
        {
            HashSet<BigInteger> next = [];
            foreach (BigInteger weight in remaining)
            {
                foreach (int value in Candidates(system, weight, limit))
                {
                    BigInteger rest = (weight - value) / system.Radix;
                    if (CanCancel(system, rest, system.Digits - digit - 1, limit))
                    {
                        next.Add(rest);
                    }
                }
            }

            remaining = next;
        }

        return remaining.Count > 0;
    }

    /// <summary>
    /// Every vanishing vector within <paramref name="limit"/>, below the radix, without its opposite, which vanishes
    /// too.
    /// </summary>
    public static IEnumerable<int[]> All(DigitSystem system, int limit) =>
        Wraps(system, limit).SelectMany(weight => Complete(system, weight, limit, new int[system.Digits], 0));

    private static IEnumerable<int[]> Complete(
        DigitSystem system, BigInteger weight, int limit, int[] vector, int digit)
    {
        if (!CanCancel(system, weight, system.Digits - digit, limit))
        {
            yield break;
        }

        if (digit == system.Digits)
        {
            yield return [.. vector];
            yield break;
        }

        foreach (int value in Candidates(system, weight, limit))
        {
            vector[digit] = value;
            foreach (int[] found in Complete(system, (weight - value) / system.Radix, limit, vector, digit + 1))
            {
                yield return found;
            }
        }
    }

    /// <summary>
    /// The weights 2^WordBits, 2 * 2^WordBits, ... within reach. Weight 0 is 0 alone: below the radix, the lowest digit
    /// that is not 0 has nothing to cancel it.
    /// </summary>
    private static IEnumerable<BigInteger> Wraps(DigitSystem system, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(limit, system.Radix);
        for (BigInteger wraps = 1; wraps <= MostWraps(system, limit); wraps++)
        {
            yield return wraps * system.Modulus;
        }
    }

    private static BigInteger MostWraps(DigitSystem system, int limit) =>
        limit * system.SumOfWeights(system.Digits) / system.Modulus;

    private static bool CanCancel(DigitSystem system, BigInteger weight, int digits, int limit) =>
        BigInteger.Abs(weight) <= limit * system.SumOfWeights(digits);

    /// <summary>The digits within the limit that leave a multiple of the radix.</summary>
    private static IEnumerable<int> Candidates(DigitSystem system, BigInteger weight, int limit)
    {
        long remainder = (long)(((weight % system.Radix) + system.Radix) % system.Radix);
        if (remainder <= limit)
        {
            yield return (int)remainder;
        }

        if (system.Radix - remainder <= limit)
        {
            yield return (int)(remainder - system.Radix);
        }
    }
}
