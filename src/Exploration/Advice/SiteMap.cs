using Atomics.Programs;
using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Counterexamples.Sites;

namespace Exploration.Advice;

/// <summary>
/// Where the operations of a scenario's actors stand in the source. Ordinary code says it with each operation; in code
/// with a memory parameter the stack is looked at, once for each history of an actor.
/// </summary>
internal sealed class SiteMap(ScenarioDeclaration scenario, ModelName model)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Actor, ulong Path), int> _numbers = [];
    private readonly List<Site?> _sites = [];
    private readonly Dictionary<SiteUse, IReadOnlyList<Weakening>> _weaker = [];
    private readonly Dictionary<SiteUse, IReadOnlyList<Strengthening>> _stronger = [];

    /// <summary>Every operation that was met and that something is weaker than, with what.</summary>
    public IReadOnlyDictionary<SiteUse, IReadOnlyList<Weakening>> Weaker => _weaker;

    /// <summary>Every operation that was met and that something is stronger than, with what.</summary>
    public IReadOnlyDictionary<SiteUse, IReadOnlyList<Strengthening>> Stronger => _stronger;

    /// <summary>The site of a number that a runner has been told; null without debug information.</summary>
    public Site? SiteOf(int number)
    {
        lock (_lock)
        {
            return scenario is CodeScenario code ? code.SiteOf(number) : _sites[number];
        }
    }

    /// <summary>
    /// The operation that a path ends with; null without debug information. Tells the runner its site.
    /// </summary>
    public SiteUse? Find(OperationPath path, in Operation operation, ActorRunner runner)
    {
        lock (_lock)
        {
            if (scenario is not CodeScenario)
            {
                runner.Site = NumberOf(path, runner);
            }

            if (SiteOf(runner.Site) is not Site site)
            {
                return null;
            }

            SiteUse use = new(site.File, site.Line, OperationNames.Of(operation, writes: true));
            if (SiteUse.WeakerThan(operation, model) is { Count: > 0 } weaker)
            {
                _weaker.TryAdd(use, weaker);
            }

            if (SiteUse.StrongerThan(operation) is { Count: > 0 } stronger)
            {
                _stronger.TryAdd(use, stronger);
            }

            return use;
        }
    }

    /// <summary>An operation is what a loop waits with.</summary>
    public void MarkWait(SiteUse site)
    {
        lock (_lock)
        {
            IReadOnlyList<Weakening> weaker = _weaker.GetValueOrDefault(site) ?? [];
            _weaker[site] = weaker.Contains(Weakening.NoWait) ? weaker : [.. weaker, Weakening.NoWait];
        }
    }

    private int NumberOf(OperationPath path, ActorRunner runner)
    {
        if (!_numbers.TryGetValue((runner.Name, path.Hash), out int number))
        {
            Site? site = StepSites.OfLast(scenario, runner.Name, [.. path.Steps.Select(step => StepOf(step, runner))]);
            number = _sites.IndexOf(site);
            if (number < 0)
            {
                number = _sites.Count;
                _sites.Add(site);
            }

            _numbers.Add((runner.Name, path.Hash), number);
        }

        return number;
    }

    private static CounterexampleStep StepOf((Operation Operation, long Old) step, ActorRunner runner) => new(
        runner.Name,
        OperationNames.Of(step.Operation, writes: false),
        step.Operation.Location < 0 ? "" : runner.NameOf(step.Operation.Location),
        $"{step.Old}",
        "",
        "");
}
