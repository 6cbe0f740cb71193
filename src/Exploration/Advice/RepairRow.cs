namespace Exploration.Advice;

/// <summary>A <see cref="Repair"/> as a row of a report.</summary>
/// <param name="Accesses">The accesses that have to be stronger, all of them together: at most three.</param>
/// <param name="Executions">Executions of the repaired program, all of which were visited.</param>
public sealed record RepairRow(IReadOnlyList<AccessRow> Accesses, long Executions)
{
    /// <summary>The rows of a report.</summary>
    public static IReadOnlyList<RepairRow> Of(AdviceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            .. report.Repairs.Select(repair => new RepairRow(
                [.. repair.Accesses.Select(access =>
                    new AccessRow(access.Site.Place, access.Site.Operation, AdviceWords.Of(access)))],
                repair.Executions)),
        ];
    }
}
