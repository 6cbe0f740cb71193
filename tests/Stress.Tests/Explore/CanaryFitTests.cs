using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Stress.CommandLine;
using Stress.Explore;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

/// <summary>
/// A canary's name never stands for correct code: what does not fit is refused, by the option that is wrong.
/// </summary>
public class CanaryFitTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. CanaryCatalogue.All.Select(canary => canary.Name)];

    private static IEnumerable<Canary> Explored => CanaryCatalogue.All.Where(canary => canary.Scenario is not null);

    [Fact]
    public void Every_canary_is_found_under_every_protocol_that_it_fits_and_refused_under_the_others()
    {
        int found = 0;
        foreach (Canary canary in Explored)
        {
            foreach (string protocol in Protocols.Names)
            {
                ScenarioEntry entry = ScenarioCatalogue.Find(canary.Scenario!);
                bool fits = canary.Fits(protocol, TrackerSelection.BarrierReading, entry);
                Explore(canary, fits ? ExitCode.Violation : ExitCode.Usage, "--protocol", protocol);
                found += fits ? 1 : 0;
            }
        }

        output.WriteLine($"{found} pairs found, {(Explored.Count() * Protocols.Names.Count) - found} refused");
        Assert.Equal((74, 165), (found, Explored.Count() * Protocols.Names.Count));
    }

    /// <summary>The usual reading is that of the test above.</summary>
    [Fact]
    public void Every_canary_is_found_with_the_other_reading_if_it_fits_and_refused_if_not()
    {
        foreach (Canary canary in Explored)
        {
            ScenarioEntry entry = ScenarioCatalogue.Find(canary.Scenario!);
            string protocol = entry.DefaultsWith(canary).Tracker.Protocol;
            foreach (string reading in TrackerSelection.Readings.Except([TrackerSelection.BarrierReading]))
            {
                bool fits = canary.Fits(protocol, reading, entry);
                Explore(canary, fits ? ExitCode.Violation : ExitCode.Usage, "--reading", reading);
            }
        }
    }

    /// <summary>Where a step is reached but not shown the canary survives: those are listed too.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_canary_is_refused_in_every_scenario_that_does_not_reach_its_step(string name)
    {
        Canary canary = CanaryCatalogue.Find(name);
        ScenarioEntry[] others = [.. ExploreScenarios.All.Where(entry => !canary.Fits(entry))];
        Assert.All(others, entry => Assert.Equal("scenario", entry.FindMisfit(entry.DefaultsWith(canary))?.Choice));
        if (canary.Scenario is null)
        {
            Invoked.Stress("explore", "--canary", name, "--scenario", others[0].Name)
                .AssertRefused("--canary", name, "reader-no-recheck");
        }
        else
        {
            Explore(canary, ExitCode.Usage, "--scenario", others[0].Name);
        }
    }

    [Theory]
    [InlineData("writer-no-step", "--protocol", "exclusive",
        "with canary writer-no-step and scenario seqcount: shared")]
    [InlineData("exclusive-not-awaited", "--protocol", "shared", "exclusive")]
    [InlineData("two-word-leave-first", "--protocol", "add-return", "two-word")]
    [InlineData("reader-recheck-unordered", "--reading", "acquire", "barrier")]
    [InlineData("mapcount-torn-add", "--scenario", "share-words", "seqcount, map-unmap")]
    [InlineData("reader-no-recheck", "--scenario", "ids", "seqcount, map-unmap")]
    [InlineData("writer-end-relaxed", "--scenario", "share-words", "weak-writer")]
    [InlineData("exclusive-not-awaited", "--scenario", "reuse", "hand-over")]
    [InlineData("reader-no-recheck", "--scenario", "publish", "share-words")]
    [InlineData("reader-no-recheck", "--readers", "0", "from 1 to 4")]
    [InlineData("batch-count-ignored", "--values", "2", "from 1 to 1")]
    public void What_does_not_fit_is_refused_with_what_fits(string canary, string option, string value,
        string accepted) =>
        Invoked.Stress("explore", "--canary", canary, option, value)
            .AssertRefused($"stress: {option}: '{value}' is not accepted", accepted);

    [Theory]
    [InlineData("ids", "--protocol", "exclusive", "shared")]
    [InlineData("ids", "--reading", "acquire", "barrier")]
    [InlineData("weak-writer", "--protocol", "two-word", "shared")]
    [InlineData("hand-over-words", "--protocol", "shared", "two-word")]
    [InlineData("litmus-corr", "--protocol", "exclusive", "shared")]
    public void A_scenario_refuses_what_would_change_nothing_in_it(string scenario, string option, string value,
        string accepted) =>
        Invoked.Stress("explore", "--scenario", scenario, option, value)
            .AssertRefused(option, $"'{value}'", $"with scenario {scenario}: {accepted}");

    [Fact]
    public void A_scenario_with_a_protocol_of_its_own_keeps_it_with_a_canary_that_fits()
    {
        Invoked run = Invoked.Stress("explore", "--canary", "reader-no-recheck", "--scenario", "share-words",
            "--json", "-");
        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Equal("two-word", (string)run.Json["protocol"]!);
    }

    private void Explore(Canary canary, ExitCode expected, string option, string value)
    {
        Invoked run = Invoked.Stress("explore", "--canary", canary.Name, option, value);
        string result = run.ExitCode == ExitCode.Usage ? run.Error.TrimEnd() : run.ExitCode.ToString();
        output.WriteLine($"{canary.Name} {option} {value}: {result}");
        Assert.True(run.ExitCode == expected,
            $"{canary.Name} {option} {value}: expected {expected}, observed {run.Error}");
        if (expected == ExitCode.Usage)
        {
            run.AssertRefused($"'{value}'", "accepted: with ", $"canary {canary.Name}");
        }
    }
}
