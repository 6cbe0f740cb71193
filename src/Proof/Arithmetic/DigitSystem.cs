using System.Numerics;
using Tracker.SubIds;

namespace Proof.Arithmetic;

/// <summary>
/// One rmap value as the proof sees it (docs/PROOF.md): the bits of a chunk are digits, bit b weighs Radix^b, and sums
/// are kept modulo 2^WordBits.
/// </summary>
/// <remarks>
/// Mappings c in number, of which a_b have bit b set, look exclusive to an ID with bits x_b exactly when the
/// differences d_b = a_b - c * x_b weigh 0 modulo 2^WordBits. Every vector of differences from -c to c comes from such
/// mappings, so the scheme is sound for up to c mappings exactly when no <em>vanishing vector</em>, other than 0, has
/// all digits within c.
/// </remarks>
/// <param name="Radix">Weight of bit 1, at least 2.</param>
/// <param name="Digits">Bits of a chunk that an ID can have, at least 1.</param>
/// <param name="WordBits">Width of an rmap value in bits.</param>
internal sealed record DigitSystem(long Radix, int Digits, int WordBits)
{
    /// <summary>The digits of the first value of a class. No other value has more.</summary>
    public static DigitSystem Of(SubIdClass subIds) =>
        new(subIds.Radix, Math.Min(subIds.BitsPerValue, subIds.IdBits), subIds.WordBits);

    /// <summary>2^WordBits.</summary>
    public BigInteger Modulus => BigInteger.One << WordBits;

    /// <summary>Sum of the <paramref name="count"/> smallest weights: with all digits, the largest sub-ID.</summary>
    public BigInteger SumOfWeights(int count) => (BigInteger.Pow(Radix, count) - 1) / (Radix - 1);

    /// <summary>
    /// The condition of the proof: up to <paramref name="mappings"/> sub-IDs are added without a carry between digits
    /// and without a wrap of the word.
    /// </summary>
    public bool NeverCarries(int mappings) => mappings < Radix && mappings * SumOfWeights(Digits) < Modulus;

    /// <summary>
    /// Whether there are more digit sums of up to <paramref name="mappings"/> mappings than words, so that two of them
    /// must meet: the condition's converse.
    /// </summary>
    public bool MustCollide(int mappings) => BigInteger.Pow(mappings + 1, Digits) > Modulus;

    /// <summary>
    /// Vanishing vectors to expect within a limit, opposites counted once: one in 2^WordBits of all vectors, by volume.
    /// </summary>
    public double ExpectedVectors(int limit) =>
        Math.Exp(BigInteger.Log(BigInteger.Pow((2 * limit) + 1, Digits)) - BigInteger.Log(2 * Modulus));

    /// <summary>Weight of a vector, not reduced.</summary>
    public BigInteger Weigh(IReadOnlyList<int> vector)
    {
        BigInteger weight = 0;
        for (int digit = vector.Count - 1; digit >= 0; digit--)
        {
            weight = (weight * Radix) + vector[digit];
        }

        return weight;
    }

    /// <summary>Whether a vector weighs 0 modulo 2^WordBits and is not 0 itself.</summary>
    public bool Vanishes(IReadOnlyList<int> vector) =>
        vector.Any(digit => digit != 0) && (Weigh(vector) % Modulus).IsZero;
}
