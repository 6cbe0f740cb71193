using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Scenarios.Tests;

/// <summary>A scenario says which steps it reaches; probes count whether it does.</summary>
public sealed class ExercisesTests
{
    private static readonly TrackerParts[] Parts =
    [
        TrackerParts.Seqcount,
        TrackerParts.WriteSection,
        TrackerParts.Reader,
        TrackerParts.References,
        TrackerParts.Reuse,
        TrackerParts.Ids,
    ];

    /// <summary>Model-only scenarios are left to the model checker.</summary>
    public static TheoryData<string> HardwareScenarios => [.. ScenarioCatalogue.All
        .Where(entry => entry.Create(entry.Defaults) is Scenario)
        .Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(HardwareScenarios))]
    public void A_scenario_reaches_the_steps_that_it_says_and_no_others(string name)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(name);
        string protocol = entry.Protocols.Contains(Protocols.Shared) ? Protocols.Shared : entry.Protocols[0];
        foreach (TrackerParts part in Parts)
        {
            Canary probe = Probe.Of(part, protocol);
            Probe.TakeReached();
            IEnumerable<Outcome> outcomes = SequentialRuns.Outcomes((Scenario)entry.Declare(entry.DefaultsWith(probe)));
            Assert.All(outcomes, each => Assert.Null(each.Instance.Check(each)));
            Assert.Equal((part, entry.Exercises.HasFlag(part)), (part, Probe.TakeReached() > 0));
        }
    }
}
