using Exploration.Assertions;

namespace Exploration.Tests.Assertions;

/// <summary>Outcomes are matched as wholes, by name and value.</summary>
public class AssertionTests
{
    private static readonly ExplorationResult Found = Explorer.Explore(
        new NamedScenario("producer 0", "consumer 0") { Observed = ["the word"] },
        new ExplorationOptions { Model = ModelName.Sc });

    [Fact]
    public void A_value_belongs_to_its_whole_name()
    {
        Assert.Throws<ExplorationAssertionException>(() => Found.AssertSometimes("producer 0.x=1"));
        Found.AssertNever("producer 0.x=1")
            .AssertSometimes("consumer 0.x=1")
            .AssertSometimes("consumer 0.x=0 producer 0.x=0")
            .AssertSometimes("the word=1  consumer 0.x=0")
            .AssertNever("the word=0")
            .AssertPasses();
    }

    [Theory]
    [InlineData("0.x=1")]
    [InlineData("consumer.x=1")]
    [InlineData("consumer 0.y=1")]
    [InlineData("word=1")]
    [InlineData("producer 0.x=0 unheard of=1")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("consumer 0.x")]
    [InlineData("consumer 0.x=")]
    [InlineData("consumer 0.x=one")]
    [InlineData("consumer 0.x=99999999999999999999")]
    [InlineData("consumer 0.x=1,the word=1")]
    [InlineData("consumer 0.x=0 consumer 0.x=1")]
    [InlineData("=1")]
    public void What_no_outcome_can_show_is_an_error(string values)
    {
        foreach (Func<object> assertion in (IEnumerable<Func<object>>)
            [() => Found.AssertSometimes(values), () => Found.AssertNever(values), () => Found.AssertSame([values], 2)])
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(assertion);
            Assert.StartsWith($"'{values}' is not understood:", refused.Message, StringComparison.Ordinal);
            Assert.Contains("'producer 0.x', 'consumer 0.x', 'the word'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_whole_outcome_may_name_its_values_in_any_order_but_must_name_all()
    {
        Found.AssertSame(["the word=1 consumer 0.x=0 producer 0.x=0", "producer 0.x=0 consumer 0.x=1 the word=1"], 2);
        ArgumentException refused =
            Assert.Throws<ArgumentException>(() => Found.AssertSame(["the word=1 consumer 0.x=0"], 2));
        Assert.Contains("it lacks 'producer 0.x'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_in_which_an_actor_threw_is_named_as_it_was_found()
    {
        AdHocScenario scenario = new(words => [_ => throw new InvalidOperationException("x=1")]);
        ExplorationResult result = Explorer.Explore(scenario, new ExplorationOptions { Model = ModelName.Sc },
            TestContext.Current.CancellationToken);
        result.AssertSame(["P0 threw InvalidOperationException: x=1"], 1).AssertNever("P0.r=1");
        Assert.Throws<ExplorationAssertionException>(() => result.AssertPasses());
    }
}
