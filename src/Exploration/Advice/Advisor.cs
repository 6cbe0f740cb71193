using Atomics.Programs;

namespace Exploration.Advice;

/// <summary>
/// Asks of each operation whether it has to be as strong as it is: puts every weaker one in its place, one at a time,
/// and explores the scenarios that come there.
/// </summary>
/// <remarks>
/// A site is needed if one scenario forbids what happens without it. That none does is no proof: it holds at these
/// sizes, and a second operation may cover for the first.
/// </remarks>
public sealed class Advisor
{
    private readonly List<AdvisedScenario> _scenarios = [];

    /// <summary>Explores the scenarios as they are, to learn which operations they perform.</summary>
    /// <param name="scenarios">The scenarios, which pass; the quickest first.</param>
    /// <param name="options">How each is explored, and for how long at most.</param>
    /// <param name="cancellation">Ends the searches.</param>
    /// <exception cref="ExplorationException">
    /// A scenario cannot be explored, or forbids what its own code does.
    /// </exception>
    public Advisor(
        IEnumerable<ScenarioDeclaration> scenarios,
        ExplorationOptions options,
        CancellationToken cancellation = default)
        : this(scenarios.Select(scenario => new AdvisedScenario(scenario, options, cancellation)))
    {
    }

    internal Advisor(IEnumerable<AdvisedScenario> scenarios)
    {
        foreach (AdvisedScenario scenario in scenarios)
        {
            if (scenario.Result.Violations is [string violation, ..])
            {
                throw new ExplorationException(
                    $"Scenario '{scenario.Name}' forbids what its own code does: {violation}");
            }

            _scenarios.Add(scenario);
        }
    }

    /// <summary>The operations that something is weaker than, by place.</summary>
    public IReadOnlyList<SiteUse> Sites =>
    [
        .. _scenarios.SelectMany(each => each.Sites.Weaker.Keys).Distinct()
            .OrderBy(use => use.File, StringComparer.Ordinal).ThenBy(use => use.Line),
    ];

    /// <summary>Puts every weaker operation in the place of one, the weakest ordering first.</summary>
    /// <param name="site">The operation.</param>
    /// <param name="cancellation">Ends the searches.</param>
    /// <returns>An advice for each; where plain is enough, nothing between is explored.</returns>
    public IReadOnlyList<Advice> Weaken(SiteUse site, CancellationToken cancellation = default)
    {
        List<Advice> found = [];
        foreach (Weakening weaker in WeakerThan(site))
        {
            bool isCovered = weaker is Weakening.Acquire or Weakening.Release or Weakening.AcquireRelease
                && found is [{ Weakened: Weakening.Plain, IsNeeded: false }, ..];
            Advice? advice = isCovered ? found[0] with { Weakened = weaker } : Try(site, weaker, cancellation);
            found.AddRange(advice is null ? [] : [advice]);
        }

        return found;
    }

    private IEnumerable<Weakening> WeakerThan(SiteUse site) =>
        _scenarios.SelectMany(each => each.Sites.Weaker.GetValueOrDefault(site) ?? []).Distinct();

    /// <returns>Null for a loop that does not leave on 0, so that it cannot do without its wait.</returns>
    private Advice? Try(SiteUse site, Weakening weakening, CancellationToken cancellation)
    {
        Dictionary<SiteUse, Replacement> replacements = new() { [site] = Replacements.Of(weakening) };
        string? undecided = null;
        foreach (AdvisedScenario scenario in _scenarios.Where(each => each.Sites.Weaker.ContainsKey(site)))
        {
            ExplorationResult result;
            try
            {
                result = scenario.Explore(replacements, cancellation);
            }
            catch (ExplorationException) when (weakening == Weakening.NoWait)
            {
                return null;
            }

            if (result.Verdict == ExplorationVerdict.Violated)
            {
                return new Advice(site, weakening, IsNeeded: true, scenario.Name, result.Counterexample);
            }

            undecided ??= result.Verdict == ExplorationVerdict.Passed ? null : scenario.Name;
        }

        return new Advice(site, weakening, undecided is null ? false : null, undecided, Counterexample: null);
    }
}
