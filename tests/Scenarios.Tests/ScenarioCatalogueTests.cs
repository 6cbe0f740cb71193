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
