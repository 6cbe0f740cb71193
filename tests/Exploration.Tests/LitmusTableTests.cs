using Scenarios.Litmus;

namespace Exploration.Tests;

/// <summary>Table A: 33 programs, each with the verdict and the number of executions of every memory model.</summary>
public class LitmusTableTests
{
    public static TheoryData<string> Names =>
        [.. LitmusCatalogue.Tests.Append(LitmusCatalogue.BlindAdds).Select(test => test.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Sequential_consistency_agrees(string name) =>
        Agree(name, ModelName.Sc, LitmusAccess.Plain, test => test.Sc);

    [Theory, MemberData(nameof(Names))]
    public void Total_store_order_agrees(string name) =>
        Agree(name, ModelName.Tso, LitmusAccess.Plain, test => test.Tso);

    [Theory, MemberData(nameof(Names))]
    public void Rc11_agrees_with_volatile_accesses(string name) =>
        Agree(name, ModelName.Rc11, LitmusAccess.Volatile, test => test.Rc11Volatile);

    [Theory, MemberData(nameof(Names))]
    public void Rc11_agrees_with_plain_accesses(string name) =>
        Agree(name, ModelName.Rc11, LitmusAccess.Plain, test => test.Rc11Plain);

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void Adds_that_nobody_looks_at_still_have_an_order(ModelName model)
    {
        LitmusTest test = LitmusCatalogue.BlindAdds;
        ExplorationResult result = Explorer.Explore(
            test.ToScenario(LitmusAccess.Plain),
            new ExplorationOptions { Model = model, Equivalence = Equivalence.Observation },
            TestContext.Current.CancellationToken);
        Assert.Equal(10, result.Executions);
        Assert.DoesNotContain(result.Outcomes, outcome => test.IsMetBy(outcome.Values));
    }

    private static void Agree(string name, ModelName model, LitmusAccess access,
        Func<LitmusTest, LitmusVerdict> expected)
    {
        LitmusTest test = LitmusCatalogue.Tests.Append(LitmusCatalogue.BlindAdds).Single(test => test.Name == name);
        ExplorationResult result = Explorer.Explore(test.ToScenario(access), new ExplorationOptions { Model = model });
        LitmusVerdict seen = new(result.Outcomes.Any(outcome => test.IsMetBy(outcome.Values)), result.Executions);
        Assert.Equal(expected(test), seen);
        Assert.True(result.IsComplete);
        Assert.Equal(0, result.Blocked);
    }
}
