using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests.Seqcount;

/// <summary>The executions of the seqcount, counted through the tracker's own write sections and readers.</summary>
public class SeqcountCountTests
{
    [Theory]
    [InlineData(ModelName.Sc, "barrier", 1, 1, 1, 11)]
    [InlineData(ModelName.Sc, "barrier", 1, 2, 1, 121)]
    [InlineData(ModelName.Sc, "barrier", 2, 1, 1, 618)]
    [InlineData(ModelName.Sc, "barrier", 2, 2, 1, 21_210)]
    [InlineData(ModelName.Sc, "barrier", 1, 1, 2, 19)]
    [InlineData(ModelName.Sc, "barrier", 2, 1, 2, 2_986)]
    [InlineData(ModelName.Sc, "acquire", 2, 1, 4, 95_114)]
    [InlineData(ModelName.Tso, "barrier", 1, 1, 1, 11)]
    [InlineData(ModelName.Tso, "barrier", 1, 2, 1, 121)]
    [InlineData(ModelName.Tso, "barrier", 2, 1, 1, 618)]
    [InlineData(ModelName.Tso, "barrier", 2, 2, 1, 21_210)]
    [InlineData(ModelName.Tso, "barrier", 1, 1, 2, 19)]
    [InlineData(ModelName.Tso, "barrier", 2, 1, 2, 2_986)]
    [InlineData(ModelName.Dotnet, "acquire", 1, 1, 1, 11)]
    [InlineData(ModelName.Dotnet, "acquire", 1, 2, 1, 121)]
    [InlineData(ModelName.Dotnet, "acquire", 2, 1, 1, 618)]
    [InlineData(ModelName.Dotnet, "acquire", 2, 2, 1, 21_210)]
    [InlineData(ModelName.Dotnet, "acquire", 1, 1, 2, 19)]
    [InlineData(ModelName.Dotnet, "barrier", 1, 1, 1, 11)]
    [InlineData(ModelName.Dotnet, "barrier", 1, 2, 1, 121)]
    [InlineData(ModelName.Dotnet, "barrier", 2, 1, 1, 622)]
    [InlineData(ModelName.Dotnet, "barrier", 2, 2, 1, 21_562)]
    [InlineData(ModelName.Dotnet, "barrier", 1, 1, 2, 19)]
    [InlineData(ModelName.Dotnet, "barrier", 2, 1, 2, 3_014)]
    [InlineData(ModelName.Dotnet, "barrier", 2, 1, 4, 95_638)]
    [InlineData(ModelName.Rc11, "acquire", 1, 1, 1, 11)]
    [InlineData(ModelName.Rc11, "acquire", 1, 2, 1, 121)]
    [InlineData(ModelName.Rc11, "acquire", 2, 1, 1, 618)]
    [InlineData(ModelName.Rc11, "acquire", 2, 2, 1, 21_258)]
    [InlineData(ModelName.Rc11, "acquire", 1, 1, 2, 19)]
    [InlineData(ModelName.Rc11, "barrier", 1, 1, 1, 11)]
    [InlineData(ModelName.Rc11, "barrier", 1, 2, 1, 121)]
    [InlineData(ModelName.Rc11, "barrier", 2, 1, 1, 622)]
    [InlineData(ModelName.Rc11, "barrier", 2, 2, 1, 21_562)]
    [InlineData(ModelName.Rc11, "barrier", 1, 1, 2, 19)]
    [InlineData(ModelName.Rc11, "barrier", 2, 1, 2, 3_014)]
    [InlineData(ModelName.Rc11, "barrier", 2, 1, 4, 95_638)]
    public void Every_execution_counts_once(ModelName model, string reading, int writers, int readers, int values,
        long executions)
    {
        ExplorationResult result = Explore("seqcount", model, reading, writers, readers, values, Protocols.Shared);
        Assert.Equal(executions, result.Executions);
        Assert.Equal(0, result.Blocked);
    }

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Dotnet)]
    [InlineData(ModelName.Rc11)]
    public void The_exclusive_protocol_counts_a_wait_as_the_read_that_ends_it(ModelName model)
    {
        Assert.Equal(11, Explore("seqcount", model, "acquire", 1, 1, 1, Protocols.Exclusive).Executions);
        Assert.Equal(412, Explore("seqcount", model, "acquire", 2, 1, 1, Protocols.Exclusive).Executions);
    }

    private static ExplorationResult Explore(
        string scenario, ModelName model, string reading, int writers, int readers, int values, string protocol)
    {
        TrackerSelection tracker = new(protocol, reading, IsStamped: false);
        ScenarioDeclaration declaration = ScenarioCatalogue.Find(scenario)
            .Create(new ScenarioOptions(writers, readers, values, tracker));
        ExplorationResult result = Explorer.Explore(declaration, new ExplorationOptions { Model = model });
        Assert.True(result.IsComplete);
        Assert.Empty(result.Violations);
        return result;
    }
}
