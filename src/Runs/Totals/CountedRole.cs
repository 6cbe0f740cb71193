using Harness.Teams;

namespace Runs.Totals;

/// <summary>A worker of a run on the tracker: its operations are write sections.</summary>
public abstract class CountedRole : Role
{
    /// <summary>What it did so far.</summary>
    public abstract WorkerCounts Counts { get; }

    /// <inheritdoc/>
    public sealed override long Operations => Counts.Sections;
}
