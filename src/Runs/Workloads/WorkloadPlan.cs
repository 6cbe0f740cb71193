using Harness.Teams;
using Scenarios.Selection;

namespace Runs.Workloads;

/// <summary>One workload, ready to run.</summary>
/// <param name="Workload">What the threads do.</param>
/// <param name="Shape">How large it is.</param>
/// <param name="Scheme">How it is known who maps a folio.</param>
/// <param name="Tracker">The variant of the tracker.</param>
/// <param name="Team">How the threads run.</param>
public sealed record WorkloadPlan(
    Workload Workload, WorkloadShape Shape, Scheme Scheme, TrackerSelection Tracker, TeamPlan Team)
{
    /// <summary>Whether everything seen is compared with the truth.</summary>
    public bool IsAudited { get; init; } = true;

    /// <summary>Sequence number at which every folio's life begins.</summary>
    public long InitialSequence { get; init; }
}
