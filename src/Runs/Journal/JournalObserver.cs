using Runs.Auditing;
using Runs.Totals;

namespace Runs.Journal;

/// <summary>Writes the rounds and violations of a workload into the journal.</summary>
/// <param name="journal">The journal.</param>
/// <param name="workload">The workload's name.</param>
/// <param name="passes">Of a trace: passes completed so far; else null.</param>
/// <param name="logFolder">Where the log of the round goes in which the first violation is found; null if it is not kept.</param>
public sealed class JournalObserver(RunJournal journal, string workload, Func<int?> passes, string? logFolder) : IRunObserver
{
    private long _rounds;
    private bool _isLogKept;

    /// <inheritdoc/>
    public void RoundAudited(RunTotals totals, Audit audit)
    {
        if (logFolder is not null && totals.Violations > 0 && !_isLogKept)
        {
            _isLogKept = true;
            RoundLogFiles.Write(logFolder, audit);
        }

        journal.Round(workload, ++_rounds, totals, passes());
    }

    /// <inheritdoc/>
    public void ViolationFound(Violation violation) => journal.Found(workload, violation);
}
