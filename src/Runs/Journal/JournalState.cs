using Runs.Reports;

namespace Runs.Journal;

/// <summary>What a journal says: the sessions so far, up to the last finished round.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Start">The line that began the last session.</param>
/// <param name="Files">Number of its files.</param>
/// <param name="Parts">What was done with each workload under each kind of perturbation.</param>
/// <param name="Violations">The violations that were written.</param>
/// <param name="CutOff">The file whose last line was cut off when its process was killed, the last such; null if there
/// is none.</param>
public sealed record JournalState(
    string Folder,
    JournalStart Start,
    int Files,
    IReadOnlyDictionary<(string Workload, string Perturbation), JournalSum> Parts,
    IReadOnlyList<ViolationReport> Violations,
    string? CutOff)
{
    /// <summary>Time of all finished rounds.</summary>
    public double Seconds => Parts.Values.Sum(each => each.Totals.Seconds);

    /// <summary>Time of the finished rounds of a workload.</summary>
    public double SecondsOf(string workload) =>
        Parts.Where(part => part.Key.Workload == workload).Sum(part => part.Value.Totals.Seconds);

    /// <summary>For the report.</summary>
    public ResumedReport Report() =>
        new(Folder, Start.Session, Parts.Values.Sum(each => each.Rounds), Math.Round(Seconds, 3), CutOff);
}
