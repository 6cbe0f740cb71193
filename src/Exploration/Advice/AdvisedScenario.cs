using Atomics.Programs;
using Exploration.Actors;
using Exploration.Search;

namespace Exploration.Advice;

/// <summary>A scenario that can be explored with operations replaced at some sites of its code.</summary>
internal sealed class AdvisedScenario
{
    /// <summary>
    /// A changed program that has so many times the executions is given up: some have no end of them.
    /// </summary>
    private const int LimitFactor = 20;

    /// <summary>Executions that every changed program may have.</summary>
    private const int MinLimit = 10_000;

    private readonly ProgramSource _source;
    private readonly ExplorationOptions _options;

    /// <summary>Explores the scenario as it is, to learn which operations it performs.</summary>
    /// <exception cref="ExplorationException">The scenario cannot be explored.</exception>
    public AdvisedScenario(ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation)
    {
        (Name, Sites) = (scenario.Name, new SiteMap(scenario, options.Model));
        _source = ProgramSource.Of(scenario) with { SiteOf = Sites.SiteOf };
        // One worker: the searches are short, and the runs of several would wait for each other's sites.
        options = options with { OnProgress = null, Workers = 1 };
        Result = Explore(new Dictionary<SiteUse, Replacement>(), options, cancellation);
        long most = Math.Max(MinLimit, LimitFactor * (Result.Executions + Result.Blocked));
        _options = options with { LimitViolations = 1, LimitExecutions = Math.Min(options.LimitExecutions, most) };
    }

    /// <summary>Name of the scenario.</summary>
    public string Name { get; }

    /// <summary>Where its operations stand, as far as searches have come.</summary>
    public SiteMap Sites { get; }

    /// <summary>What the scenario's own code does.</summary>
    public ExplorationResult Result { get; }

    /// <summary>Explores it with other operations at some sites, up to the first violation.</summary>
    public ExplorationResult Explore(
        IReadOnlyDictionary<SiteUse, Replacement> replacements, CancellationToken cancellation) =>
        Explore(replacements, _options, cancellation);

    private ExplorationResult Explore(
        IReadOnlyDictionary<SiteUse, Replacement> replacements,
        ExplorationOptions options,
        CancellationToken cancellation) =>
        Explorer.Explore(
            _source with { CreateEditor = () => new SiteEditor(Sites, replacements) }, options, cancellation);
}
