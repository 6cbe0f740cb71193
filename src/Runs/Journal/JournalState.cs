using Runs.Reports;

namespace Runs.Journal;

/// <summary>What a journal says: the sessions so far, up to the last finished round.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Start">The line that began the last session.</param>
/// <param name="Files">Number of its files.</param>
/// <param name="Workloads">What was done with each workload.</param>
/// <param name="Violations">The violations that were written.</param>
/// <param name="CutOff">The file whose last line was cut off when its process was killed, the last such; null if there is none.</param>
public sealed record JournalState(
    string Folder,
    JournalStart Start,
    int Files,
    IReadOnlyDictionary<string, JournalSum> Workloads,
    IReadOnlyList<ViolationReport> Violations,
    string? CutOff)
{
    /// <summary>Time of all finished rounds.</summary>
    public double Seconds => Workloads.Values.Sum(each => each.Totals.Seconds);

    /// <summary>For the report.</summary>
    public ResumedReport Report() =>
        new(Folder, Start.Session, Workloads.Values.Sum(each => each.Rounds), Math.Round(Seconds, 3), CutOff);
}
