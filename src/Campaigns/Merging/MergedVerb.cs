namespace Campaigns.Merging;

/// <summary>Cells of one kind that are no parts of searches, summed up.</summary>
/// <param name="Cells">Cells with a record.</param>
/// <param name="Verdicts">How many came to each verdict.</param>
/// <param name="Counts">Sums of their figures.</param>
/// <param name="Violations">What is wrong, each sentence once.</param>
public sealed record MergedVerb(
    int Cells, IReadOnlyDictionary<string, int> Verdicts, IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<string> Violations)
{
    /// <summary>Of tests under Coyote: schedules of each test under each strategy; null for others.</summary>
    public IReadOnlyDictionary<string, long>? Schedules { get; init; }
}
