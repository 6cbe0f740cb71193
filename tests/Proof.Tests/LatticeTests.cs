using System.Numerics;
using CsCheck;
using Proof.Arithmetic;
using Proof.Lattices;

namespace Proof.Tests;

public class LatticeTests
{
    private static readonly Gen<DigitSystem> Systems =
        Gen.Select(Gen.Int[3, 600], Gen.Int[2, 8], Gen.Int[4, 64])
            .Select((radix, digits, wordBits) => new DigitSystem(radix, digits, wordBits));

    [Fact]
    public void A_reduced_basis_spans_the_same_lattice() =>
        Systems.Sample(system =>
        {
            BigInteger[][] reduced = LatticeReduction.Reduce(VanishingLattice.Basis(system));
            Assert.All(reduced, row => Assert.True((Weigh(row, system) % system.Modulus).IsZero));
            Assert.Equal(system.Modulus, BigInteger.Abs(Determinant(reduced)));
        });

    [Fact]
    public void A_reduced_basis_begins_with_a_vector_as_short_as_the_theorem_says() =>
        Systems.Sample(system =>
        {
            // Lenstra, Lenstra and Lovász (1.9): |b1|^2 <= 2^((n-1)/2) * determinant^(2/n), here to the power of 2n.
            int n = system.Digits;
            BigInteger[] first = LatticeReduction.Reduce(VanishingLattice.Basis(system))[0];
            BigInteger squaredLength = first.Aggregate(BigInteger.Zero, (sum, entry) => sum + (entry * entry));
            return BigInteger.Pow(squaredLength, 2 * n)
                <= BigInteger.Pow(2, n * (n - 1)) * BigInteger.Pow(system.Modulus, 4);
        });

    [Theory]
    [InlineData(64, 0)]
    [InlineData(69, 0)]
    [InlineData(70, 1)]
    [InlineData(128, 5)]
    [InlineData(256, 130)]
    public void Lattice_and_wraps_list_the_same_vectors_of_the_posted_class(int limit, int count)
    {
        DigitSystem posted = new(513, 8, 64);
        string[] byLattice = [.. BoxEnumeration
            .All(LatticeReduction.Reduce(VanishingLattice.Basis(posted)), limit).Select(Write).Order()];
        string[] byWraps = [.. WrapSearch.All(posted, limit)
            .SelectMany(vector => new[] { Write(vector), Write([.. vector.Select(digit => -digit)]) }).Order()];
        Assert.Equal(byWraps, byLattice);
        Assert.Equal(2 * count, byLattice.Length);
    }

    [Fact]
    public void Lattice_and_wraps_agree_on_the_fewest_mappings()
    {
        int unsound = 0;
        Gen.Select(Gen.Int[5, 300], Gen.Int[2, 6], Gen.Int[8, 40]).Sample(
            (radix, digits, wordBits) =>
            {
                DigitSystem system = new(radix, digits, wordBits);
                if (!WrapSearch.IsFeasible(system, radix - 1))
                {
                    return;
                }

                int byLattice = MaxNorm.Of(ShortestVector.Find(system));
                int? byWraps = WrapSearch.FewestMappings(system, radix - 1);
                Assert.Equal(byWraps ?? radix, byLattice);
                Interlocked.Add(ref unsound, byWraps is null ? 0 : 1);
            },
            iter: 300);
        Assert.True(unsound > 20, $"only {unsound} systems had a vector below the radix");
    }

    [Fact]
    public void A_vector_is_found_where_the_wraps_are_too_many_to_try()
    {
        DigitSystem wide = new(1025, 24, 64);
        Assert.False(WrapSearch.IsFeasible(wide, 1024));
        int[] vector = ShortestVector.Approximate(wide);
        Assert.True(wide.Vanishes(vector));
        Assert.True(MaxNorm.Of(vector) <= 1024);
    }

    private static BigInteger Weigh(BigInteger[] row, DigitSystem system) =>
        row.Select((entry, digit) => entry * BigInteger.Pow(system.Radix, digit)).Aggregate(BigInteger.Add);

    /// <summary>Fraction-free elimination (Bareiss).</summary>
    private static BigInteger Determinant(BigInteger[][] matrix)
    {
        BigInteger[][] rows = [.. matrix.Select(row => (BigInteger[])[.. row])];
        BigInteger previous = 1;
        for (int pivot = 0; pivot < rows.Length - 1; pivot++)
        {
            int nonZero = Array.FindIndex(rows, pivot, row => !row[pivot].IsZero);
            if (nonZero != pivot)
            {
                (rows[pivot], rows[nonZero]) = (rows[nonZero], [.. rows[pivot].Select(BigInteger.Negate)]);
            }

            for (int row = pivot + 1; row < rows.Length; row++)
            {
                for (int column = pivot + 1; column < rows.Length; column++)
                {
                    rows[row][column] = ((rows[row][column] * rows[pivot][pivot])
                        - (rows[row][pivot] * rows[pivot][column])) / previous;
                }
            }

            previous = rows[pivot][pivot];
        }

        return rows[^1][^1];
    }

    private static string Write(int[] vector) => string.Join(',', vector);
}
