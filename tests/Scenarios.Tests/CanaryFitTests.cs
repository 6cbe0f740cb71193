using Atomics;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Tracker.Tracking;

namespace Scenarios.Tests;

/// <summary>A canary's step is in what is selected, or the selection is refused.</summary>
public sealed class CanaryFitTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. CanaryCatalogue.All.Select(canary => canary.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_canary_fits_the_scenario_the_scheme_and_the_protocol_that_it_brings(string name)
    {
        Canary canary = CanaryCatalogue.Find(name);
        Assert.NotEmpty(canary.FitsProtocols);
        Assert.Empty(canary.FitsProtocols.Except(Protocols.Names));
        Assert.Empty(canary.FitsReadings.Except(TrackerSelection.Readings));
        Assert.Empty(canary.FitsSchemes.Except(Schemes.OfTheTracker));
        Assert.Contains(canary.Scheme, canary.FitsSchemes);
        if (canary.Scenario is string scenario)
        {
            ScenarioEntry entry = ScenarioCatalogue.Find(scenario);
            ScenarioOptions options = entry.DefaultsWith(canary);
            Assert.True(canary.Fits(options.Tracker.Protocol, options.Tracker.Reading, entry));
            Assert.Null(entry.FindMisfit(options));
        }
        else
        {
            Assert.Empty(canary.FitsScenarios);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_scheme_protocol_and_reading_has_the_canarys_step_or_is_refused(string name)
    {
        Canary canary = CanaryCatalogue.Find(name);
        bool isType = canary is SeqcountCanary or SectionCanary or ReaderCanary or TrackingCanary;
        foreach (Scheme scheme in Schemes.All)
        {
            foreach (string protocol in scheme.Protocols)
            {
                foreach (string reading in TrackerSelection.Readings)
                {
                    TrackerSelection tracker = new(protocol, reading, Canary: canary);
                    bool fits = canary.FitsSchemes.Contains(scheme.Name)
                        && canary.FitsProtocols.Contains(protocol)
                        && canary.FitsReadings.Contains(reading);
                    string selected = fits ? TypeOf(scheme, tracker) : Refusal(scheme, tracker);
                    Assert.Equal(fits && isType, selected.Contains(canary.GetType().Name, StringComparison.Ordinal));
                    output.WriteLine($"{name} {scheme} {protocol} {reading}: {selected}");
                }
            }
        }
    }

    [Fact]
    public void Without_a_canary_every_scheme_and_protocol_has_a_tracker_of_its_own()
    {
        Dictionary<string, string> types = [];
        foreach (Scheme scheme in Schemes.All)
        {
            foreach (string protocol in scheme.Protocols)
            {
                string type = TypeOf(scheme, new TrackerSelection(protocol));
                Assert.DoesNotContain("Canaries", type, StringComparison.Ordinal);
                string name = scheme.IsTracker ? protocol : $"{scheme}/{protocol}";
                Assert.True(types.TryAdd(name, type) || scheme.IsTracker);
            }
        }

        Assert.Distinct(types.Values);
    }

    [Fact]
    public void A_name_that_is_unknown_is_not_taken_for_the_usual_one()
    {
        Scheme unknown = new("unheard-of", "Not in the list.", [Protocols.Shared]) { Footprint = Footprint.Mapcount };
        Assert.Contains("unheard-of", Refusal(unknown, new TrackerSelection()), StringComparison.Ordinal);
        foreach (TrackerSelection tracker in WithAnUnknownName(new TrackerSelection()))
        {
            Assert.Contains("'unheard-of'", Refusal(Schemes.RmapId, tracker), StringComparison.Ordinal);
        }

        Assert.All(ScenarioCatalogue.All, entry =>
        {
            foreach (TrackerSelection tracker in WithAnUnknownName(entry.Defaults.Tracker))
            {
                ScenarioOptions options = entry.Defaults with { Tracker = tracker };
                ArgumentException refusal = Assert.Throws<ArgumentException>(() => entry.Create(options));
                Assert.Contains("'unheard-of' does not fit", refusal.Message, StringComparison.Ordinal);
            }
        });
    }

    private static TrackerSelection[] WithAnUnknownName(TrackerSelection usual) =>
        [usual with { Protocol = "unheard-of" }, usual with { Reading = "unheard-of" }];

    private static string Refusal(Scheme scheme, TrackerSelection tracker) =>
        Assert.Throws<ArgumentException>(() => TypeOf(scheme, tracker)).Message;

    private static string TypeOf(Scheme scheme, TrackerSelection tracker) =>
        SchemeSelector.Select<HardwareMemory, string>(scheme, tracker, folios: 1, new TypeName());

    private sealed class TypeName : ITrackingVisitor<string>
    {
        public string Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking =>
            typeof(TTracking).ToString();
    }
}
