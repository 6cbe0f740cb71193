using Exploration.Counterexamples;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Litmus;
using Scenarios.Selection;

namespace Exploration.Tests;

public class PreemptionTests
{
    public static TheoryData<string> Names => [.. LitmusCatalogue.Tests.Select(test => test.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_bound_reaches_the_known_number_of_executions(string name)
    {
        LitmusTest test = LitmusCatalogue.Tests.Single(test => test.Name == name);
        Assert.Equal(test.PreemptionSeries, Series(test.ToScenario(LitmusAccess.Plain), test.PreemptionSeries.Count));
    }

    [Fact]
    public void The_seqcount_needs_six_preemptions_for_all_its_executions()
    {
        Assert.Equal([2, 6, 10, 11], Series(Seqcount(writers: 1), 4));
        Assert.Equal([6, 52, 180, 374, 530, 602, 618], Series(Seqcount(writers: 2), 7));
    }

    [Theory]
    [InlineData("reader-no-recheck", 1, 1)]
    [InlineData("reader-ignores-writers", 1, 1)]
    [InlineData("reader-one-writer-bit", 2, 2)]
    // The judge knows how many sections a sequence number stands for: one after the other suffices.
    [InlineData("writer-no-step", 1, 0)]
    [InlineData("writer-begin-late", 1, 1)]
    [InlineData("writer-end-early", 1, 1)]
    [InlineData("mapcount-torn-add", 2, 1)]
    [InlineData("sequence-torn-add", 2, 1)]
    public void A_counterexample_has_the_fewest_preemptions(string canary, int writers, int preemptions)
    {
        ExplorationResult result = Explorer.Explore(
            Seqcount(writers, canary), new ExplorationOptions { Model = ModelName.Sc },
            TestContext.Current.CancellationToken);
        Counterexample found = Assert.IsType<Counterexample>(result.Counterexample);
        Assert.Equal(preemptions, found.Preemptions);
        Assert.Empty(found.Reorderings);
    }

    [Theory]
    [InlineData("reader-recheck-unordered", "no acquire or barrier keeps the two in order")]
    [InlineData("reader-first-read-plain", "no acquire or barrier keeps the two in order")]
    [InlineData("writer-begin-unfenced", "no release or barrier keeps the two in order")]
    [InlineData("writer-end-relaxed", "no release or barrier keeps the two in order")]
    public void A_weak_counterexample_names_the_reordering(string canary, string sentence)
    {
        ExplorationResult result = Explorer.Explore(
            Seqcount(writers: 1, canary), new ExplorationOptions(), TestContext.Current.CancellationToken);
        Assert.Contains(sentence, string.Join(' ', Assert.IsType<Counterexample>(result.Counterexample).Reorderings),
            StringComparison.Ordinal);
    }

    private static Atomics.Programs.ScenarioDeclaration Seqcount(int writers, string? canary = null) =>
        ScenarioCatalogue.Find("seqcount")
            .Create(new ScenarioOptions(writers, 1, 1,
                new TrackerSelection(IsStamped: false, Canary: canary is null ? null : CanaryCatalogue.Find(canary))));

    private static IEnumerable<long> Series(Atomics.Programs.ScenarioDeclaration scenario, int length) =>
        Enumerable.Range(0, length).Select(bound => Explorer.Explore(
            scenario, new ExplorationOptions { Model = ModelName.Sc, PreemptionBound = bound }).Executions);
}
