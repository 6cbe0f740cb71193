using Atomics.Programs;
using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Counterexamples.Sites;

namespace Exploration.Advice;

/// <summary>
/// Where the operations of a scenario's actors stand in the source. An actor's code is looked at on the stack once for each row
/// of operations that it performs; the values do not matter.
/// </summary>
internal sealed class SiteMap(ScenarioDeclaration scenario)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Actor, ulong Path), SiteUse?> _sites = [];
    private readonly Dictionary<SiteUse, IReadOnlyList<Weakening>> _weaker = [];

    /// <summary>Every operation that was met and that something is weaker than.</summary>
    public IReadOnlyCollection<SiteUse> Uses => _weaker.Keys;

    /// <summary>What is weaker than an operation that was met; nothing if it was not.</summary>
    public IReadOnlyList<Weakening> WeakerThan(SiteUse use) => _weaker.GetValueOrDefault(use) ?? [];

    /// <summary>The operation that a path ends with; null without debug information.</summary>
    public SiteUse? Find(string actor, OperationPath path, OperationKind kind, Ordering ordering)
    {
        lock (_lock)
        {
            if (!_sites.TryGetValue((actor, path.Hash), out SiteUse? site))
            {
                site = Look(path);
                _sites.Add((actor, path.Hash), site);
                if (site is not null && SiteUse.WeakerThan(kind, ordering) is { Count: > 0 } weaker)
                {
                    _weaker.TryAdd(site, weaker);
                }
            }

            return site;
        }
    }

    /// <summary>An operation is what a loop waits with.</summary>
    public void MarkWait(SiteUse site)
    {
        lock (_lock)
        {
            IReadOnlyList<Weakening> weaker = WeakerThan(site);
            _weaker[site] = weaker.Contains(Weakening.NoWait) ? weaker : [.. weaker, Weakening.NoWait];
        }
    }

    private SiteUse? Look(OperationPath path)
    {
        CounterexampleStep last = StepSites.AddTo(scenario, new Counterexample("", 0, path.Steps, [])).Steps[^1];
        return last.File is null ? null : new SiteUse(last.File, last.Line!.Value, last.Operation);
    }
}
