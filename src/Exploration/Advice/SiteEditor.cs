using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>Follows an actor from site to site, and replaces its operations at some of them.</summary>
/// <param name="sites">Where the operations stand.</param>
/// <param name="replacements">What is performed instead, by site.</param>
internal sealed class SiteEditor(SiteMap sites, IReadOnlyDictionary<SiteUse, Replacement> replacements)
    : IOperationEditor
{
    private readonly OperationPath _path = new();
    private SiteUse? _last;
    private SiteUse? _pausedAt;
    private bool _isNotAwaited;

    /// <inheritdoc/>
    public void Start()
    {
        _path.Clear();
        (_last, _pausedAt, _isNotAwaited) = (null, null, false);
    }

    /// <inheritdoc/>
    public long Edit(in Operation operation, ActorRunner runner)
    {
        if (operation is { Kind: OperationKind.Fence, Ordering: Ordering.Plain })
        {
            // Marks a call: no code stands for it.
            return runner.Perform(operation);
        }

        _path.Begin(operation);
        SiteUse? site = sites.Find(_path, operation, runner);
        if (_pausedAt is not null && _pausedAt == site)
        {
            sites.MarkWait(site);
        }

        (_last, _pausedAt, _isNotAwaited) = (site, null, false);
        long old;
        if (site is not null && replacements.TryGetValue(site, out Replacement? replacement))
        {
            _isNotAwaited = replacement == Replacements.NoWait;
            old = replacement(operation, runner);
        }
        else
        {
            old = runner.Perform(operation);
        }

        _path.End(operation.Returns ? old : 0);
        return old;
    }

    /// <inheritdoc/>
    /// <remarks>If the next turn begins where this one has ended, its one read is what the loop waits with.</remarks>
    public void Pause(ActorRunner runner)
    {
        if (_isNotAwaited)
        {
            throw runner.Refuse(new ExplorationException("A wait that reads 0 goes on."));
        }

        _pausedAt = _last;
        _path.EndTurn();
    }
}
