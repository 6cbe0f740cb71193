using Atomics.Programs;
using Exploration;
using Exploration.Search;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Stress.Explore;

/// <summary>
/// The search on a broken reader, before the search that was asked for: a checker that cannot find it proves nothing.
/// </summary>
/// <param name="Canary">The broken variant; under <c>dotnet</c> and <c>rc11</c> one that only weak memory
/// shows.</param>
/// <param name="Found">Whether it was found.</param>
/// <param name="Seconds">Time that it took.</param>
internal sealed record ExploreControl(string Canary, bool Found, double Seconds)
{
    /// <summary>Searches.</summary>
    public static ExploreControl Run(ModelName model, Equivalence equivalence)
    {
        Canary canary = CanaryCatalogue.Find(model is ModelName.Dotnet or ModelName.Rc11
            ? "reader-recheck-unordered"
            : "reader-no-recheck");
        ScenarioOptions size = ScenarioOptions.Default;
        ScenarioDeclaration broken = ScenarioCatalogue.Find("seqcount")
            .Create(size with { Writers = 1, Tracker = new TrackerSelection(IsStamped: false, Canary: canary) });
        ExplorationResult result = Explorer.Explore(
            broken, new ExplorationOptions { Model = model, Equivalence = equivalence, FindsSites = false });
        return new ExploreControl(
            canary.Name, result.Verdict == ExplorationVerdict.Violated, Math.Round(result.SearchSeconds, 3));
    }
}
