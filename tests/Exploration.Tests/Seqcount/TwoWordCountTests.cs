using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests.Seqcount;

/// <summary>
/// Protocol <c>two-word</c>: complete and passed, and as many executions as when it was first explored.
/// </summary>
public class TwoWordCountTests
{
    [Theory]
    [InlineData("barrier", 1, 1, 1, "11 + 0", "11 + 0", "11 + 0", "11 + 0")]
    [InlineData("barrier", 1, 2, 1, "121 + 0", "121 + 0", "121 + 0", "121 + 0")]
    [InlineData("barrier", 2, 1, 1, "5366 + 156", "5366 + 156", "5430 + 156", "5430 + 160")]
    [InlineData("barrier", 2, 2, 1, "365834 + 3204", "365834 + 3204", "375330 + 3204", "375330 + 3328")]
    [InlineData("barrier", 1, 1, 2, "19 + 0", "19 + 0", "19 + 0", "19 + 0")]
    [InlineData("barrier", 2, 1, 2, "24878 + 268", "24878 + 268", "25326 + 268", "25326 + 272")]
    [InlineData("acquire", 1, 1, 1, "11 + 0", "11 + 0", "11 + 0", "11 + 0")]
    [InlineData("acquire", 2, 1, 1, "5366 + 156", "5366 + 156", "5366 + 156", "5366 + 160")]
    [InlineData("acquire", 2, 2, 1, "365834 + 3204", "365834 + 3204", "365834 + 3204", "366986 + 3328")]
    [InlineData("acquire", 2, 1, 2, "24878 + 268", "24878 + 268", "24878 + 268", "24878 + 272")]
    public void Every_execution_counts_once(
        string reading, int writers, int readers, int values, string sc, string tso, string dotnet, string rc11)
    {
        ScenarioOptions size = new(writers, readers, values,
            new TrackerSelection(Protocols.TwoWord, reading, IsStamped: false));
        Assert.Equal([sc, tso, dotnet, rc11], Sizes("seqcount", size));
    }

    [Theory]
    [InlineData("map-unmap", "37 + 0", "37 + 0", "39 + 0", "39 + 0")]
    [InlineData("batches", "37 + 0", "37 + 0", "39 + 0", "39 + 0")]
    [InlineData("retry", "240 + 5282", "240 + 5282", "240 + 5346", "240 + 5350")]
    [InlineData("bounded", "16 + 0", "16 + 0", "16 + 0", "16 + 0")]
    [InlineData("wrap", "5366 + 156", "5366 + 156", "5430 + 156", "5430 + 160")]
    [InlineData("beyond-p", "81 + 0", "81 + 0", "91 + 0", "91 + 0")]
    [InlineData("reuse", "25 + 0", "25 + 0", "36 + 0", "36 + 0")]
    [InlineData("pinned-reuse", "15 + 0", "15 + 0", "25 + 0", "25 + 0")]
    [InlineData("publish", "2 + 0", "2 + 0", "2 + 0", "2 + 0")]
    [InlineData("split", "6 + 0", "6 + 0", "6 + 0", "6 + 0")]
    public void Every_scenario_passes_completely(string scenario, string sc, string tso, string dotnet, string rc11)
    {
        ScenarioOptions usual = ScenarioCatalogue.Find(scenario).Defaults;
        Assert.Equal([sc, tso, dotnet, rc11],
            Sizes(scenario, usual with { Tracker = usual.Tracker with { Protocol = Protocols.TwoWord } }));
    }

    /// <summary>
    /// The longest program: its executions have more than 64 events. .NET's model asks besides whether a barrier could
    /// go away with what is read.
    /// </summary>
    [Theory]
    [InlineData(ModelName.Sc, 7801, 52)]
    [InlineData(ModelName.Tso, 7801, 54)]
    [InlineData(ModelName.Rc11, 7919, 54)]
    [InlineData(ModelName.Dotnet, 7919, 54)]
    public void Fork_and_exit_pass_completely(ModelName model, long executions, long blocked)
    {
        ExplorationResult result = ForkExit(Protocols.TwoWord, model);
        Assert.Equal((executions, blocked), (result.Executions, result.Blocked));
        Assert.Empty(result.Violations);
        Assert.Empty(result.Bounds);
    }

    [Theory]
    [InlineData(Protocols.Exclusive, 1434, 26)]
    [InlineData(Protocols.AddReturn, 1168, 27)]
    public void Fork_and_exit_with_one_word_pass_completely_under_dotnets_model(
        string protocol, long executions, long blocked)
    {
        ExplorationResult result = ForkExit(protocol, ModelName.Dotnet);
        Assert.Equal((executions, blocked), (result.Executions, result.Blocked));
        Assert.Equal(ExplorationVerdict.Passed, result.Verdict);
    }

    /// <summary>
    /// A waiting writer reads the sequence so often that what its writes depend on takes 27 million steps to tell.
    /// </summary>
    [Fact]
    public void Fork_and_exit_with_patience_pass_completely_under_dotnets_model()
    {
        Assert.SkipUnless(Tier.IsLong, "half a minute for one look: STRESS_EXPLORE_TIER=long");
        ExplorationResult result = ForkExit(Protocols.Patient, ModelName.Dotnet);
        Assert.Equal((15192, 158), (result.Executions, result.Blocked));
        Assert.Equal(ExplorationVerdict.Passed, result.Verdict);
    }

    /// <summary>
    /// Two writers have millions of executions: at night only, each model and equivalence a case of its own.
    /// </summary>
    [Theory, MemberData(nameof(Searches))]
    public void A_decision_beside_two_writers_passes_completely(ModelName model, Equivalence equivalence)
    {
        Assert.SkipUnless(Tier.IsLong, "millions of executions: STRESS_EXPLORE_TIER=long");
        string expected = model switch
        {
            ModelName.Sc => "1001845 + 3678",
            ModelName.Tso => "1002337 + 4108",
            ModelName.Dotnet => "1100101 + 4198",
            ModelName.Rc11 => "1107347 + 4389",
            _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
        };
        Assert.Equal(expected, Count(Decision(writers: 2), model, equivalence));
    }

    [Fact]
    public void A_decision_beside_one_writer_passes_completely() => Assert.Equal(
        ["11 + 0", "11 + 0", "11 + 0", "11 + 0"],
        Enum.GetValues<ModelName>().Select(model => Count(Decision(writers: 1), model, Equivalence.Graph)));

    public static TheoryData<ModelName, Equivalence> Searches => new(
        from model in Enum.GetValues<ModelName>()
        from equivalence in Enum.GetValues<Equivalence>()
        select (model, equivalence));

    private static ScenarioDeclaration Decision(int writers)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find("decision");
        ScenarioOptions usual = entry.Defaults with { Writers = writers };
        return entry.Create(usual with { Tracker = usual.Tracker with { Protocol = Protocols.TwoWord } });
    }

    /// <summary>
    /// Executions and blocked ones under each model. Both equivalences must count the same: somebody reads either word.
    /// </summary>
    private static IEnumerable<string> Sizes(string scenario, ScenarioOptions size)
    {
        ScenarioDeclaration declaration = ScenarioCatalogue.Find(scenario).Create(size);
        foreach (ModelName model in Enum.GetValues<ModelName>())
        {
            string[] counts = [.. Enum.GetValues<Equivalence>()
                .Select(equivalence => Count(declaration, model, equivalence))];
            Assert.Single(counts.Distinct());
            yield return counts[0];
        }
    }

    private static ExplorationResult ForkExit(string protocol, ModelName model)
    {
        ScenarioOptions usual = ScenarioCatalogue.Find("fork-exit").Defaults;
        return Explorer.Explore(
            ScenarioCatalogue.Find("fork-exit").Create(
                usual with { Tracker = usual.Tracker with { Protocol = protocol } }),
            new ExplorationOptions { Model = model },
            TestContext.Current.CancellationToken);
    }

    private static string Count(ScenarioDeclaration scenario, ModelName model, Equivalence equivalence)
    {
        ExplorationResult result = Explorer.Explore(
            scenario, new ExplorationOptions { Model = model, Equivalence = equivalence },
            TestContext.Current.CancellationToken);
        Assert.True(result.IsComplete);
        Assert.Empty(result.Violations);
        return $"{result.Executions} + {result.Blocked}";
    }
}
