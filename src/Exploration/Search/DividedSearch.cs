using Atomics.Programs;
using Exploration.Actors;
using Exploration.Division;

namespace Exploration.Search;

/// <summary>
/// A search in parts, on any number of machines. Parts are asked for one by one; when their shares sum up to the whole
/// search, the questions that need all of it are asked of what the actors did in all parts (<see cref="Close"/>).
/// </summary>
/// <remarks>
/// Simsa, Bryant, Gibson and Hickey, "Scalable Dynamic Partial Order Reduction" (Runtime Verification 2012) divide a
/// search at its frontier, too; here a branch is an execution graph, which needs nothing of its siblings.
/// </remarks>
public static class DividedSearch
{
    /// <summary>Visits a part, or divides it further.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Model and equivalence count; limits and workers do not.</param>
    /// <param name="part">What to visit.</param>
    /// <param name="cancellation">Gives the part up.</param>
    /// <exception cref="ExplorationException">The scenario cannot be explored, or the part is of another scenario or
    /// build.</exception>
    /// <exception cref="OperationCanceledException">The part was given up.</exception>
    public static SearchPartResult Explore(
        ScenarioDeclaration scenario, ExplorationOptions options, SearchPart part,
        CancellationToken cancellation = default)
    {
        SearchPartResult result = Alike(scenario, source =>
        {
            using DividedTeam team = new(source, Only(options), part.Assumptions, cancellation);
            return ModelEngine.Of(options.Model, part.Assumptions.SwapAcquires).Explore(team, part);
        });
        cancellation.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>
    /// Asks what only the whole search can answer: whether waits were cut rightly, and all values tried.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Model and equivalence.</param>
    /// <param name="assumptions">What all parts took for granted.</param>
    /// <param name="ways">What the actors did, part by part (<see cref="SearchPartResult.Ways"/>).</param>
    /// <exception cref="ExplorationException">Actors share more than words, or the ways are of another
    /// build.</exception>
    public static SearchClosure Close(
        ScenarioDeclaration scenario, ExplorationOptions options, SearchAssumptions assumptions,
        IEnumerable<IReadOnlyList<string>> ways)
    {
        return Alike(scenario, source =>
        {
            using DividedTeam team = new(source, Only(options), assumptions, CancellationToken.None);
            return ModelEngine.Of(options.Model, assumptions.SwapAcquires).Close(team, ways);
        });
    }

    /// <summary>Does some work whose result must be that of any other process.</summary>
    private static T Alike<T>(ScenarioDeclaration scenario, Func<ProgramSource, T> work)
    {
        ProgramSource source = ProgramSource.Of(scenario);
        T result = source.WithRoom(() => work(source));
        source.Code?.RequireSameEverywhere();
        return result;
    }

    /// <summary>One worker, in the natural order, without limits: so that a part has one result.</summary>
    private static ExplorationOptions Only(ExplorationOptions options) =>
        new() { Model = options.Model, Equivalence = options.Equivalence, LimitViolations = long.MaxValue };
}
