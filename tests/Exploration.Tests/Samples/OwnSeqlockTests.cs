using Exploration.Assertions;
using OwnSeqlock;

namespace Exploration.Tests.Samples;

public class OwnSeqlockTests
{
    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    public void The_broken_reader_is_right_where_loads_keep_their_order(ModelName model) =>
        Explore(isRepaired: false, model).AssertPasses();

    [Fact]
    public void The_broken_reader_is_refuted_under_rc11()
    {
        ExplorationResult result = Explore(isRepaired: false, ModelName.Rc11).AssertSometimes("reader.x=1 reader.y=0");
        ExplorationAssertionException refuted =
            Assert.Throws<ExplorationAssertionException>(() => result.AssertPasses());
        Assert.Contains("torn point", refuted.Message, StringComparison.Ordinal);
        Assert.Contains("no acquire or barrier keeps the two in order", refuted.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void The_repaired_reader_is_proved(ModelName model) => Explore(isRepaired: true, model)
        .AssertPasses()
        .AssertSometimes("reader.accepted=1 reader.x=1 reader.y=1")
        .AssertSometimes("reader.accepted=1 reader.x=0 reader.y=0")
        .AssertNever("reader.accepted=1 reader.x=0 reader.y=1");

    [Fact]
    public void A_list_of_outcomes_and_a_count_are_asserted_exactly()
    {
        string[] outcomes =
        [
            "reader.accepted=0 reader.x=0 reader.y=0", "reader.accepted=1 reader.x=0 reader.y=0",
            "reader.accepted=1 reader.x=1 reader.y=1",
        ];
        ExplorationResult result = Explore(isRepaired: true, ModelName.Sc);
        result.AssertSame(outcomes, result.Executions);
        Assert.Throws<ExplorationAssertionException>(() => result.AssertSame(outcomes, result.Executions + 1));
        Assert.Throws<ExplorationAssertionException>(() => result.AssertSame(outcomes[1..], result.Executions));
    }

    [Fact]
    public void A_bounded_search_asserts_nothing()
    {
        ExplorationOptions bounded = new() { LimitExecutions = 1 };
        ExplorationResult result =
            Explorer.Explore(new SeqlockScenario(isRepaired: true), bounded, TestContext.Current.CancellationToken);
        Assert.Throws<ExplorationAssertionException>(() => result.AssertPasses());
    }

    private static ExplorationResult Explore(bool isRepaired, ModelName model) =>
        Explorer.Explore(new SeqlockScenario(isRepaired), new ExplorationOptions { Model = model });
}
