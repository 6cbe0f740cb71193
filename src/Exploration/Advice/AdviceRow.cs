using Exploration.Counterexamples;

namespace Exploration.Advice;

/// <summary>An <see cref="Advice"/> as a row of a report.</summary>
/// <param name="Site">Where the operation stands, as <c>FILE:LINE</c>.</param>
/// <param name="Operation">What is done there.</param>
/// <param name="Weakened">What was tried in its place.</param>
/// <param name="IsNeeded">
/// Whether the program breaks with it; false at this size only; null if the search was not complete.
/// </param>
/// <param name="Execution">One that shows the need; null if none does.</param>
public sealed record AdviceRow(
    string Site, string Operation, string Weakened, bool? IsNeeded, Counterexample? Execution)
{
    /// <summary>The rows of a report.</summary>
    public static IReadOnlyList<AdviceRow> Of(AdviceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            .. report.Advice.Select(each => new AdviceRow(
                each.Site.Place,
                each.Site.Operation,
                AdviceWords.Of(each.Weakened),
                each.IsNeeded,
                each.Counterexample)),
        ];
    }
}
