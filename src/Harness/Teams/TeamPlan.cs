using Harness.Processors;

namespace Harness.Teams;

/// <summary>How a team of threads runs.</summary>
/// <param name="TimeBudget">When it ends.</param>
/// <param name="Seed">Seed of the run.</param>
public sealed record TeamPlan(TimeSpan TimeBudget, long Seed)
{
    /// <summary>
    /// Operations of all workers, of which each does its <see cref="Role.Part"/>, after which those end, too, that make
    /// none, as readers do; null for no such limit.
    /// </summary>
    public long? Operations { get; init; }

    /// <summary>Which processors the threads run on.</summary>
    public Affinity Affinity { get; init; } = Affinity.None;

    /// <summary>Whether all workers stop and go on together now and then.</summary>
    public bool Stutter { get; init; }

    /// <summary>How often threads are moved to other processors, if at all.</summary>
    public TimeSpan? ShuffleInterval { get; init; }

    /// <summary>Whether threads end now and then and new ones go on in their place.</summary>
    public bool Churn { get; init; }

    /// <summary>How memory accesses are perturbed.</summary>
    public Perturbation Perturbation { get; init; } = Perturbation.Light;

    /// <summary>How long a round's end may be waited for before that is reported.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>End as soon as anything is found: for canaries.</summary>
    public bool StopAtFinding { get; init; }
}
