using Proof.Counterexamples;
using Tracker.SubIds;

namespace Proof.Tests;

public class ClassProofTests
{
    public static TheoryData<string, int> SoundRows => new(
        from scheme in SubIdScheme.All
        where scheme != SubIdScheme.RmapIdPosted
        from subIds in scheme.Classes
        from order in Enumerable.Range(subIds.MinOrder, subIds.MaxOrder - subIds.MinOrder + 1)
        select (scheme.Name, order));

    [Theory]
    [MemberData(nameof(SoundRows))]
    public void Every_order_of_the_schemes_for_use_is_proved_by_the_width_of_the_word(string scheme, int order)
    {
        ClassProof proof = Prove(scheme, order);
        Assert.Equal(ProofVerdict.Proved, proof.Verdict);
        Assert.Equal(ProofMethod.Width, proof.Method);
        Assert.True(proof.Bound >= proof.Pages);
        Assert.Null(proof.Refutation);
    }

    [Fact]
    public void The_posted_scheme_is_sound_at_order_6_though_its_word_is_too_narrow()
    {
        ClassProof proof = Prove("rmap-id-posted", 6);
        Assert.False(proof.SubIds.FitsWord());
        Assert.Equal(ProofVerdict.Proved, proof.Verdict);
        Assert.Equal(ProofMethod.Enumeration, proof.Method);
        Assert.Equal(69, proof.Bound);
    }

    [Theory]
    [InlineData(7, 5, 70, 71, 4, 5)]
    [InlineData(8, 130, 70, 71, 4, 5)]
    [InlineData(9, 32992, 70, 71, 3, 4)]
    public void The_posted_scheme_is_refuted_at_orders_7_to_9(
        int order, int vectors, int mappings, int mappingsWithId, int mms, int mmsWithId)
    {
        ClassProof proof = Prove("rmap-id-posted", order);
        Assert.Equal(ProofVerdict.Refuted, proof.Verdict);
        Assert.Equal(69, proof.Bound);
        Refutation refutation = proof.Refutation!;
        Assert.Equal(vectors, refutation.Vectors);
        Assert.Equal(mappings, refutation.FewestMappings.Total);
        Assert.Equal(mappingsWithId, refutation.FewestMappingsWithId!.Total);
        Assert.Equal(mms, refutation.FewestMms.Mappings.Count);
        Assert.Equal(mmsWithId, refutation.FewestMmsWithId!.Mappings.Count);
        Assert.True(refutation.MmsAreMinimal);
    }

    private static ClassProof Prove(string scheme, int order) =>
        ClassProver.Prove(SubIdScheme.All.Single(candidate => candidate.Name == scheme).ClassOf(order), order);
}
