using Runs.Auditing;

namespace Runs.Totals;

/// <summary>Is told what happens in a run while it happens.</summary>
public interface IRunObserver
{
    /// <summary>
    /// A round was audited; its logs are still there. Called by one worker while the others are parked, or by the last
    /// to go: the totals are exact.
    /// </summary>
    void RoundAudited(RunTotals totals, Audit audit);

    /// <summary>A violation was found, one of the first. Called by any thread.</summary>
    void ViolationFound(Violation violation);
}
