using Atomics.Programs;
using Exploration.Actors;
using Exploration.Counterexamples;

namespace Exploration.Advice;

/// <summary>One run of one actor, whose operations at one site are replaced by weaker ones.</summary>
internal sealed class WeakeningRun(ScenarioInstance instance, string actor, SiteMap sites, SiteUse? target, Weakening weakening)
{
    [ThreadStatic]
    private static WeakeningRun? t_current;

    private readonly OperationPath _path = new();
    private SiteUse? _last;
    private SiteUse? _pausedAt;

    /// <summary>The run of this thread.</summary>
    public static WeakeningRun Current =>
        t_current ?? throw new InvalidOperationException("Nothing is weakened on this thread.");

    /// <summary>Runs an actor's code.</summary>
    public void Run(ActorBody body, Span<long> registers)
    {
        WeakeningRun? outer = t_current;
        t_current = this;
        try
        {
            body(registers);
        }
        finally
        {
            t_current = outer;
        }
    }

    /// <summary>An access to a word.</summary>
    /// <returns>What it held before.</returns>
    public long Access(nint address, int sizeBytes, OperationKind kind, Ordering ordering, long operand, long comparand)
    {
        SharedLocation word = instance.Locations.FirstOrDefault(location => location.Address == address);
        if (word.Name is null || word.IsConstant)
        {
            return ActorRunner.Current.Access(address, sizeBytes, kind, ordering, operand, comparand);
        }

        long old = IsTarget(new Operation(kind, ordering, 0), word.Name)
            ? Weakened(address, sizeBytes, kind, operand, comparand)
            : ActorRunner.Current.Access(address, sizeBytes, kind, ordering, operand, comparand);
        _path.End(old);
        return old;
    }

    /// <summary>A barrier.</summary>
    public void Fence(Ordering ordering)
    {
        if (!IsTarget(new Operation(OperationKind.Fence, ordering, -1), ""))
        {
            ActorRunner.Current.Fence(ordering);
        }
    }

    /// <summary>The end of a failed turn: if the next one begins where this one ended, its one read is what the loop waits with.</summary>
    public void Pause()
    {
        _pausedAt = _last;
        ActorRunner.Current.Pause();
    }

    private bool IsTarget(in Operation operation, string location)
    {
        _path.Begin(actor, OperationNames.Of(operation, writes: true), location);
        SiteUse? site = sites.Find(actor, _path, operation.Kind, operation.Ordering);
        if (_pausedAt is not null && _pausedAt == site)
        {
            sites.MarkWait(site);
        }

        _pausedAt = null;
        _last = site;
        return target is not null && site == target;
    }

    private long Weakened(nint address, int sizeBytes, OperationKind kind, long operand, long comparand)
    {
        ActorRunner runner = ActorRunner.Current;
        switch (weakening)
        {
            case Weakening.NoWait:
                return 0;
            case Weakening.LoadAndStore:
                long found = runner.Access(address, sizeBytes, OperationKind.Read, Ordering.Acquire, 0, 0);
                if (found == comparand)
                {
                    runner.Access(address, sizeBytes, OperationKind.Write, Ordering.Release, operand, 0);
                }

                return found;
            case Weakening.AcquireRelease:
                // The checker has no update of both orders; a write barrier before it releases, and a little more.
                runner.Fence(Ordering.Release);
                return runner.Access(address, sizeBytes, kind, Ordering.Acquire, operand, comparand);
            default:
                return runner.Access(address, sizeBytes, kind, OrderingOf(weakening), operand, comparand);
        }
    }

    private static Ordering OrderingOf(Weakening weakening) => weakening switch
    {
        Weakening.Acquire => Ordering.Acquire,
        Weakening.Release => Ordering.Release,
        Weakening.Plain => Ordering.Plain,
        _ => throw new ArgumentOutOfRangeException(nameof(weakening), weakening, "No ordering of an access."),
    };
}
