using System.Numerics;
using CsCheck;
using Proof.Arithmetic;

namespace Proof.Tests;

public class WrapSearchTests
{
    /// <summary>Every radix, digit count and word small enough to try all vectors.</summary>
    private static IEnumerable<DigitSystem> SmallSystems() =>
        from radix in Enumerable.Range(2, 5)
        from digits in Enumerable.Range(1, 4)
        from wordBits in Enumerable.Range(1, 12)
        select new DigitSystem(radix, digits, wordBits);

    [Fact]
    public void The_list_is_what_trying_every_vector_finds()
    {
        int found = 0;
        foreach (DigitSystem system in SmallSystems())
        {
            for (int limit = 1; limit < system.Radix; limit++)
            {
                string[] tried = [.. EveryVector(system.Digits, limit).Where(system.Vanishes).Select(Write).Order()];
                string[] listed = [.. WrapSearch.All(system, limit)
                    .SelectMany(vector => new[] { Write(vector), Write(Negate(vector)) })
                    .Order()];
                Assert.Equal(tried, listed);
                Assert.Equal(tried.Length > 0, WrapSearch.Any(system, limit));
                found += tried.Length;
            }
        }

        Assert.True(found > 1000, $"only {found} vectors: too few to mean anything");
    }

    [Fact]
    public void The_condition_of_the_proof_is_exact_at_one_below_the_radix()
    {
        int sound = 0;
        int unsound = 0;
        foreach (DigitSystem system in SmallSystems())
        {
            int limit = (int)system.Radix - 1;
            bool vanishes = EveryVector(system.Digits, limit).Any(system.Vanishes);
            Assert.Equal(!vanishes, system.NeverCarries(limit));
            Assert.Equal(vanishes, system.MustCollide(limit));
            _ = vanishes ? unsound++ : sound++;
        }

        Assert.True(sound > 20 && unsound > 20, $"{sound} sound and {unsound} unsound systems");
    }

    [Fact]
    public void The_fewest_mappings_are_the_smallest_limit_with_a_vector()
    {
        int unsound = 0;
        Gen.Select(Gen.Int[3, 60], Gen.Int[2, 6], Gen.Int[12, 36]).Sample((radix, digits, wordBits) =>
        {
            DigitSystem system = new(radix, digits, wordBits);
            if (!WrapSearch.IsFeasible(system, radix - 1) || system.NeverCarries(radix - 1))
            {
                return;
            }

            int fewest = WrapSearch.FewestMappings(system, radix - 1)!.Value;
            Assert.False(WrapSearch.Any(system, fewest - 1));
            Assert.NotEmpty(WrapSearch.All(system, fewest));
            Assert.All(WrapSearch.All(system, fewest), vector =>
            {
                Assert.True(system.Vanishes(vector));
                Assert.Equal(fewest, MaxNorm.Of(vector));
            });
            Interlocked.Increment(ref unsound);
        });
        Assert.True(unsound > 10, $"only {unsound} systems with a word too narrow");
    }

    [Fact]
    public void At_the_radix_a_carry_vanishes() =>
        Assert.True(new DigitSystem(513, 7, 64).Vanishes([-513, 1, 0, 0, 0, 0, 0]));

    [Fact]
    public void The_vector_behind_the_posted_scheme_is_twice_the_seventh_power_of_the_pages()
    {
        // (Radix - 1)^7 = 512^7 = 2^63, and its digits are the binomial coefficients with alternating signs.
        int[] vector = [-2, 14, -42, 70, -70, 42, -14, 2];
        DigitSystem posted = new(513, 8, 64);
        Assert.Equal(2 * BigInteger.Pow(512, 7), posted.Weigh(vector));
        Assert.Equal([vector], WrapSearch.All(posted, 70));
    }

    private static IEnumerable<int[]> EveryVector(int digits, int limit)
    {
        int values = (2 * limit) + 1;
        for (int code = 0; code < (int)Math.Pow(values, digits); code++)
        {
            int rest = code;
            int[] vector = new int[digits];
            for (int digit = 0; digit < digits; digit++, rest /= values)
            {
                vector[digit] = (rest % values) - limit;
            }

            yield return vector;
        }
    }

    private static int[] Negate(int[] vector) => [.. vector.Select(digit => -digit)];

    private static string Write(int[] vector) => string.Join(',', vector);
}
