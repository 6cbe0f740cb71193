namespace Harness.Teams;

/// <summary>What was found while a team worked. Called by any of its threads.</summary>
public interface IFindings
{
    /// <summary>Whether anything was found so far.</summary>
    bool IsAny { get; }

    /// <summary>Takes an exception that ended a worker for a finding about the code under test.</summary>
    /// <returns>Whether it is one; if not, it is a defect of the role, and the run ends with it.</returns>
    bool TryTake(Exception exception);
}
