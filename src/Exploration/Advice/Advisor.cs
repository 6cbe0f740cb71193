using Atomics.Programs;
using Exploration.Counterexamples;
using Exploration.Counterexamples.Sites;

namespace Exploration.Advice;

/// <summary>
/// Asks of each operation whether it has to be as strong as it is: puts every weaker one in its place, one at a time, and
/// explores the scenarios that come there.
/// </summary>
/// <remarks>
/// A site is needed if one scenario forbids what happens without it. That none does is no proof: it holds at these sizes, and a
/// second operation may cover for the first.
/// </remarks>
public sealed class Advisor
{
    private readonly ExplorationOptions _options;
    private readonly List<(ScenarioDeclaration Scenario, SiteMap Sites)> _scenarios = [];

    /// <summary>Explores the scenarios as they are, to learn which operations they perform.</summary>
    /// <param name="scenarios">The scenarios, which pass; the quickest first.</param>
    /// <param name="options">How each is explored, and for how long at most.</param>
    /// <exception cref="ExplorationException">A scenario cannot be explored, or forbids what its own code does.</exception>
    public Advisor(IEnumerable<ScenarioDeclaration> scenarios, ExplorationOptions options)
    {
        _options = options with { LimitViolations = 1 };
        foreach (ScenarioDeclaration scenario in scenarios)
        {
            SiteMap sites = new(scenario);
            ExplorationResult result = Explorer.Explore(
                new WeakenedScenario(scenario, sites, target: null, Weakening.Plain), _options);
            if (result.Verdict == ExplorationVerdict.Violated)
            {
                throw new ExplorationException($"Scenario '{scenario.Name}' forbids what its own code does: {result.Violations[0]}");
            }

            _scenarios.Add((scenario, sites));
        }
    }

    /// <summary>The operations that something is weaker than, by place.</summary>
    public IReadOnlyList<SiteUse> Sites =>
    [
        .. _scenarios.SelectMany(each => each.Sites.Uses).Distinct()
            .OrderBy(use => use.File, StringComparer.Ordinal).ThenBy(use => use.Line),
    ];

    /// <summary>What is weaker than an operation, as far as the scenarios perform it.</summary>
    public IReadOnlyList<Weakening> WeakerThan(SiteUse site) =>
        [.. _scenarios.SelectMany(each => each.Sites.WeakerThan(site)).Distinct().Order()];

    /// <summary>Puts a weaker operation in the place of one.</summary>
    /// <param name="site">The operation.</param>
    /// <param name="weakening">The weaker one.</param>
    /// <param name="cancellation">Ends the search.</param>
    public Advice Try(SiteUse site, Weakening weakening, CancellationToken cancellation = default)
    {
        string? undecided = null;
        foreach ((ScenarioDeclaration scenario, SiteMap sites) in _scenarios)
        {
            if (!sites.Uses.Contains(site))
            {
                continue;
            }

            ExplorationResult result = Explorer.Explore(
                new WeakenedScenario(scenario, sites, site, weakening), _options, cancellation);
            if (result.Verdict == ExplorationVerdict.Violated)
            {
                Counterexample? shown = result.Counterexample is Counterexample found ? StepSites.AddTo(scenario, found) : null;
                return new Advice(site, weakening, IsNeeded: true, scenario.Name, shown);
            }

            undecided ??= result.IsComplete ? null : scenario.Name;
        }

        return new Advice(site, weakening, undecided is null ? false : null, undecided, Counterexample: null);
    }
}
