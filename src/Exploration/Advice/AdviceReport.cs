using Atomics.Programs;
using Exploration.Search;

namespace Exploration.Advice;

/// <summary>What is known about the strength of a scenario's operations.</summary>
/// <param name="Result">What the scenario does as it is.</param>
/// <param name="Advice">
/// If it passes: for each operation and each weaker one, whether the program breaks with it.
/// </param>
/// <param name="Repairs">
/// If it is violated: the sets of fewest accesses, at most three, that repair it when they are stronger, and of those
/// the ones with the fewest full fences; none if no such set does.
/// </param>
/// <param name="IsComplete">Whether every search for a repair was complete: else there may be smaller ones.</param>
public sealed record AdviceReport(
    ExplorationResult Result, IReadOnlyList<Advice> Advice, IReadOnlyList<Repair> Repairs, bool IsComplete)
{
    /// <summary>
    /// Asks of each operation of a scenario that passes whether a weaker one would do, and of one that is violated
    /// which stronger accesses repair it. Every answer is a search of its own; the options hold for each.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">What to explore.</param>
    /// <param name="cancellation">Ends the searches.</param>
    /// <returns>The advice: none if the scenario's own search was not complete.</returns>
    /// <exception cref="ExplorationException">The scenario cannot be explored.</exception>
    public static AdviceReport Of(
        ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation = default)
    {
        Explorer.CheckVisits(options);
        AdvisedScenario advised = new(scenario, options, cancellation);
        switch (advised.Result.Verdict)
        {
            case ExplorationVerdict.Passed:
                Advisor advisor = new([advised]);
                IEnumerable<Advice> advice = advisor.Sites.SelectMany(site => advisor.Weaken(site, cancellation));
                return new AdviceReport(advised.Result, [.. advice], [], IsComplete: true);
            case ExplorationVerdict.Violated:
                RepairSearch search = new(advised, cancellation);
                return new AdviceReport(advised.Result, [], search.Find(), search.IsComplete);
            default:
                return new AdviceReport(advised.Result, [], [], IsComplete: false);
        }
    }
}
