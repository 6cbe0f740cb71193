using Atomics;
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
        foreach (string protocol in Protocols.All.Select(each => each.Name))
        {
            foreach (string reading in new[] { TrackerSelection.BarrierReading, TrackerSelection.AcquireReading })
            {
                ScenarioOptions options = entry.Defaults with { Tracker = entry.Defaults.Tracker with { Protocol = protocol, Reading = reading } };
                Assert.All(Outcomes(entry, options), each => Assert.Null(each.Instance.Check(each)));
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
        List<Outcome> outcomes = [.. Outcomes(entry, options)];
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
        ScenarioOptions options = entry.Defaults with { Tracker = entry.Defaults.Tracker with { Protocol = canary.Protocol, Canary = name } };
        Assert.Contains(Outcomes(entry, options), each => each.Instance.Check(each) is not null);
    }

    [Fact]
    public void Every_name_is_unique_and_every_canary_names_a_scenario_that_exists()
    {
        Assert.Distinct(ScenarioCatalogue.All.Select(entry => entry.Name));
        Assert.Distinct(CanaryCatalogue.All.Select(canary => canary.Name));
        Assert.All(CanaryCatalogue.All.Where(canary => canary.Scenario is not null), canary => ScenarioCatalogue.Find(canary.Scenario!));
        Assert.All(CanaryCatalogue.All, canary => Assert.Contains(canary.Protocol, Protocols.All.Select(each => each.Name)));
    }

    /// <summary>Runs the actors one after the other, in every order.</summary>
    private static IEnumerable<Outcome> Outcomes(ScenarioEntry entry, ScenarioOptions options)
    {
        Scenario scenario = (Scenario)entry.Create(options);
        int actors = 0;
        using (ScenarioInstance sample = scenario.Create<HardwareMemory>())
        {
            actors = sample.Actors.Count;
        }

        foreach (int[] order in Permutations([.. Enumerable.Range(0, actors)]))
        {
            using ScenarioInstance instance = scenario.Create<HardwareMemory>();
            yield return Run(instance, order);
        }
    }

    private static Outcome Run(ScenarioInstance instance, int[] order)
    {
        long[][] registers = [.. instance.Actors.Select(actor => new long[actor.RegisterNames.Count])];
        foreach (int actor in order)
        {
            instance.Actors[actor].Body(registers[actor]);
        }

        return new Outcome(instance, registers, [.. instance.Observed.Select(ReadFinal)]);
    }

    private static unsafe long ReadFinal(SharedLocation location) =>
        location.SizeBytes == sizeof(int) ? *(int*)location.Address : *(long*)location.Address;

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length <= 1
            ? [items]
            : items.SelectMany(first => Permutations([.. items.Where(each => each != first)]).Select(rest => (int[])[first, .. rest]));
}
