using System.Numerics;
using Proof.Arithmetic;
using Tracker.SubIds;

namespace Proof.Tests;

/// <summary>A constant broken on purpose must not pass: the width check fails, and a counterexample turns up.</summary>
public class BrokenConstantTests
{
    public static TheoryData<string, int> Classes => new(
        from scheme in SubIdScheme.All
        where scheme != SubIdScheme.RmapIdPosted
        from subIds in scheme.Classes
        select (scheme.Name, subIds.MinOrder));

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_class_for_use_fits_the_word(string scheme, int order)
    {
        SubIdClass subIds = Find(scheme, order);
        Assert.True(subIds.FitsWord());
        Assert.Equal(subIds.FitsWord(), DigitSystem.Of(subIds).NeverCarries(subIds.Pages));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void One_bit_more_than_fits_makes_mappings_vanish(string scheme, int order)
    {
        SubIdClass subIds = Find(scheme, order);
        SubIdClass tooWide = subIds;
        while (tooWide.FitsWord())
        {
            tooWide = tooWide with { BitsPerValue = tooWide.BitsPerValue + 1 };
        }

        DigitSystem system = new(tooWide.Radix, tooWide.BitsPerValue, tooWide.WordBits);
        Assert.False(system.NeverCarries(tooWide.Pages));
        Assert.True(WrapSearch.Any(system, tooWide.Pages));
        int[] vector = WrapSearch.All(system, WrapSearch.FewestMappings(system, tooWide.Pages)!.Value).First();
        BigInteger weight = vector.Select((digit, bit) => digit * BigInteger.Pow(tooWide.Radix, bit))
            .Aggregate(BigInteger.Add);
        Assert.Contains(vector, digit => digit != 0);
        Assert.All(vector, digit => Assert.InRange(digit, -tooWide.Pages, tooWide.Pages));
        Assert.Equal(BigInteger.Zero, weight % BigInteger.Pow(2, tooWide.WordBits));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_folio_too_large_for_the_bits_makes_mappings_vanish(string scheme, int order)
    {
        SubIdClass tooLarge = Find(scheme, order);
        while (tooLarge.FitsWord())
        {
            tooLarge = tooLarge with { MaxOrder = tooLarge.MaxOrder + 1 };
        }

        ClassProof proof = ClassProver.Prove(tooLarge, tooLarge.MaxOrder);
        Assert.Equal(ProofVerdict.Refuted, proof.Verdict);
        Assert.All(proof.Refutation!.All, found => Assert.True(found.Refutes(tooLarge, proof.Pages)));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_radix_too_small_for_the_folio_makes_mappings_vanish(string scheme, int order)
    {
        // The class forgets the largest folio it serves: one order more, with the digits of the order below.
        SubIdClass subIds = Find(scheme, order);
        DigitSystem system = DigitSystem.Of(subIds);
        int pages = 2 * subIds.Pages;
        Assert.False(system.NeverCarries(pages));
        Assert.True(system.Vanishes([(int)-system.Radix, 1, .. new int[system.Digits - 2]]));
        Assert.True(system.Radix <= pages);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    public void A_word_far_too_narrow_is_refuted_through_the_lattice_alone(int bits)
    {
        SubIdClass absurd = new(10, 10, Values: 2, BitsPerValue: bits);
        ClassProof proof = ClassProver.Prove(absurd, 10);
        Assert.Equal(ProofVerdict.Refuted, proof.Verdict);
        Assert.Equal(ProofMethod.Lattice, proof.Method);
        Assert.All(proof.Refutation!.All, found => Assert.True(found.Refutes(absurd, proof.Pages)));
    }

    private static SubIdClass Find(string scheme, int order) =>
        SubIdScheme.All.Single(candidate => candidate.Name == scheme).ClassOf(order);
}
