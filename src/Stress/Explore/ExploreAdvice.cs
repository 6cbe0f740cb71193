using Exploration.Advice;
using Exploration.Counterexamples;

namespace Stress.Explore;

/// <summary>Whether an operation could be a weaker one.</summary>
/// <param name="Site">Where it stands, as <c>FILE:LINE</c>.</param>
/// <param name="Operation">What is done there.</param>
/// <param name="Weakened">What was tried in its place.</param>
/// <param name="IsNeeded">
/// Whether the program breaks with it; false at this size only; null if the search was not complete.
/// </param>
/// <param name="Execution">One that shows the need; null if none does.</param>
internal sealed record ExploreAdvice(
    string Site, string Operation, string Weakened, bool? IsNeeded, Counterexample? Execution)
{
    /// <summary>The advice for each operation.</summary>
    public static IReadOnlyList<ExploreAdvice> Of(AdviceReport report) =>
    [
        .. report.Advice.Select(each => new ExploreAdvice(
            each.Site.Place, each.Site.Operation, AdviceWords.Of(each.Weakened), each.IsNeeded, each.Counterexample)),
    ];

    /// <summary>The smallest sets of stronger accesses that repair a program.</summary>
    public static IReadOnlyList<Repair> RepairsOf(AdviceReport report) =>
    [
        .. report.Repairs.Select(repair => new Repair(
            [.. repair.Accesses.Select(access =>
                new Access(access.Site.Place, access.Site.Operation, AdviceWords.Of(access)))],
            repair.Executions)),
    ];

    /// <summary>Accesses that repair a program when they are stronger, all of them together.</summary>
    /// <param name="Accesses">The accesses, at most three.</param>
    /// <param name="Executions">Executions of the repaired program, all of which were visited.</param>
    internal sealed record Repair(IReadOnlyList<Access> Accesses, long Executions);

    /// <summary>An access that has to be stronger.</summary>
    /// <param name="Site">Where it stands, as <c>FILE:LINE</c>.</param>
    /// <param name="Operation">What is done there.</param>
    /// <param name="Strengthened">What has to be done instead.</param>
    internal sealed record Access(string Site, string Operation, string Strengthened);
}
