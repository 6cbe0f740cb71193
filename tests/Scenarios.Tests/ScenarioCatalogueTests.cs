using Atomics.Programs;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Scenarios.Tests;

public sealed class ScenarioCatalogueTests
{
    public static TheoryData<string> HardwareScenarios => [.. ScenarioCatalogue.All
        .Where(entry => entry.Create(entry.Defaults) is Scenario)
        .Select(entry => entry.Name)];

    public static TheoryData<string> SequentialCanaries => [.. CanaryCatalogue.All
        .Where(canary => canary.Visibility == Visibility.Arithmetic && canary.Scenario is not null)
        .Select(canary => canary.Name)];

    [Theory]
    [MemberData(nameof(HardwareScenarios))]
    public void Every_order_of_whole_actors_gives_an_allowed_outcome(string name)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(name);
        foreach (string protocol in entry.Protocols)
        {
            foreach (string reading in entry.Readings)
            {
                ScenarioOptions options =
                    entry.Defaults with
                    {
                        Tracker =
                        entry.Defaults.Tracker with { Protocol = protocol, Reading = reading }
                    };
                Assert.All(SequentialRuns.Outcomes(entry, options), each => Assert.Null(each.Instance.Check(each)));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Sub_ids_are_nonzero_and_outcomes_allowed_for_every_number_of_values(int values)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find("seqcount");
        ScenarioOptions options = entry.Defaults with { Values = values, Writers = 3, Readers = 1 };
        List<Outcome> outcomes = [.. SequentialRuns.Outcomes(entry, options)];
        Assert.Equal(24, outcomes.Count);
        Assert.All(outcomes, each => Assert.Null(each.Instance.Check(each)));
        Assert.All(outcomes, each => Assert.DoesNotContain(0, each.Final.Skip(1)));
    }

    [Theory]
    [MemberData(nameof(HardwareScenarios))]
    public void A_scenario_has_several_sizes_where_it_says_so_and_nowhere_else(string name)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(name);
        ScenarioOptions usual = entry.Defaults;
        (ScenarioSizes Size, ScenarioOptions Other)[] others =
        [
            (ScenarioSizes.Writers, usual with { Writers = usual.Writers + 1 }),
            (ScenarioSizes.Readers, usual with { Readers = usual.Readers == 0 ? 1 : 0 }),
            (ScenarioSizes.Values, usual with { Values = usual.Values + 1 }),
        ];
        foreach ((ScenarioSizes size, ScenarioOptions other) in others)
        {
            Assert.Equal(entry.Sizes.HasFlag(size), Shape(entry, other) != Shape(entry, usual));
        }
    }

    private static (int Actors, int Words) Shape(ScenarioEntry entry, ScenarioOptions options)
    {
        using ScenarioInstance instance = ((Scenario)entry.Create(options)).Create<Atomics.HardwareMemory>();
        return (instance.Actors.Count, instance.Locations.Count);
    }

    [Theory]
    [MemberData(nameof(SequentialCanaries))]
    public void An_arithmetic_canary_shows_without_any_interleaving(string name)
    {
        Canary canary = CanaryCatalogue.Find(name);
        ScenarioEntry entry = ScenarioCatalogue.Find(canary.Scenario!);
        Assert.Contains(SequentialRuns.Outcomes(entry, entry.DefaultsWith(canary)),
            each => each.Instance.Check(each) is not null);
    }

    [Fact]
    public void Every_name_is_unique()
    {
        Assert.Distinct(ScenarioCatalogue.All.Select(entry => entry.Name));
        Assert.Distinct(CanaryCatalogue.All.Select(canary => canary.Name));
    }
}
