namespace Campaigns.Records;

/// <summary>What a command that was run as a whole came to.</summary>
/// <param name="Verdict">Its verdict, as the reports call it.</param>
/// <param name="Counts">Its figures, by name.</param>
/// <param name="Violations">What is wrong, one sentence each.</param>
public sealed record VerbTotals(string Verdict, IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<string> Violations)
{
    /// <summary>Schedules of each test under each strategy; null if it is not about tests under Coyote.</summary>
    public IReadOnlyDictionary<string, long>? Schedules { get; init; }
}
