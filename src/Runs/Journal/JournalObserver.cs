using Runs.Auditing;
using Runs.Totals;

namespace Runs.Journal;

/// <summary>Writes the rounds and violations of a workload under one kind of perturbation into the journal.</summary>
/// <param name="journal">The journal.</param>
/// <param name="workload">The workload's name.</param>
/// <param name="perturbation">Name of the kind.</param>
/// <param name="logFolder">Where the log of the round goes in which the first violation is found; null if it is not
/// kept.</param>
public sealed class JournalObserver(RunJournal journal, string workload, string perturbation, string? logFolder)
    : IRunObserver
{
    /// <summary>The stretches of this session that have ended.</summary>
    private readonly RunTotals _before = new();
    private int? _passesBefore;
    private long _rounds;
    private bool _isLogKept;

    /// <summary>Of a trace: passes completed in the present stretch so far; else null.</summary>
    public Func<int?> Passes { get; set; } = () => null;

    /// <inheritdoc/>
    public void RoundAudited(RunTotals totals, Audit audit)
    {
        if (logFolder is not null && totals.Violations > 0 && !_isLogKept)
        {
            _isLogKept = true;
            RoundLogFiles.Write(logFolder, audit);
        }

        journal.Round(workload, perturbation, ++_rounds, RunTotals.SumOf(_before, totals),
            Passes() + (_passesBefore ?? 0));
    }

    /// <inheritdoc/>
    public void ViolationFound(Violation violation) => journal.Found(workload, perturbation, violation);

    /// <summary>A statistics interval has passed.</summary>
    public void Statistics(RunTotals totals) =>
        journal.Statistics(workload, perturbation, RunTotals.SumOf(_before, totals));

    /// <summary>A stretch has ended.</summary>
    public void EndStretch(RunTotals totals)
    {
        _before.Add(totals);
        _passesBefore = Passes() + (_passesBefore ?? 0);
    }
}
