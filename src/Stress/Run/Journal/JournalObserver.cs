using Stress.Auditing;
using Stress.Execution;

namespace Stress.Run.Journal;

/// <summary>Writes the rounds and violations of a workload into the journal.</summary>
/// <param name="journal">The journal.</param>
/// <param name="workload">The workload's name.</param>
/// <param name="passes">Of a trace: passes completed so far; else null.</param>
internal sealed class JournalObserver(RunJournal journal, string workload, Func<int?> passes) : IRunObserver
{
    private long _rounds;

    /// <inheritdoc/>
    public void RoundAudited(RunTotals totals, Audit audit) => journal.Round(workload, ++_rounds, totals, passes());

    /// <inheritdoc/>
    public void ViolationFound(Violation violation) => journal.Found(workload, violation);
}
