using Atomics.Programs;
using CoyoteTests.CommandLine;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.Canaries;

/// <summary>
/// What Coyote is told to run has the canary's step in it, or is refused: silence about correct code would prove
/// nothing.
/// </summary>
public class CanaryFitTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. CanaryCatalogue.All.Select(canary => canary.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_canary_is_declared_in_what_it_fits_and_refused_elsewhere(string name)
    {
        Canary canary = CanaryCatalogue.Find(name);
        foreach (ScenarioEntry entry in ScenarioCatalogue.All)
        {
            foreach (string protocol in Protocols.Names)
            {
                foreach (string reading in TrackerSelection.Readings)
                {
                    ScenarioOptions usual = entry.DefaultsWith(canary);
                    ScenarioOptions options = usual with
                    {
                        Tracker = usual.Tracker with { Protocol = protocol, Reading = reading },
                    };
                    bool fits = canary.Fits(protocol, reading, entry);
                    string result = fits
                        ? entry.Create(options).Name
                        : Assert.Throws<ArgumentException>(() => entry.Create(options)).Message;
                    Assert.Equal(fits, result == entry.Name);
                    output.WriteLine($"{name} {entry.Name} {protocol} {reading}: {result}");
                }
            }
        }
    }

    [Theory]
    [InlineData("sub-id-too-wide")]
    [InlineData("writer-no-step exclusive")]
    [InlineData("ids two-word")]
    [InlineData("share-words exclusive 2W")]
    public void A_name_that_fits_nothing_is_refused(string name) =>
        Assert.Contains(
            $"{EntryPoints.Variable} is '{name}'; accepted: a canary (reader-no-recheck, ",
            Assert.Throws<ArgumentException>(() => EntryPoints.Find(name)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("writer-no-step")]
    [InlineData("ids shared 3W")]
    public void A_name_that_fits_is_declared(string name) =>
        Assert.IsAssignableFrom<ScenarioDeclaration>(EntryPoints.Find(name));
}
