using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Division;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>The engine of a model, compiled for it: the search has no virtual call.</summary>
/// <typeparam name="TModel">The model.</typeparam>
internal sealed class EngineOf<TModel> : ModelEngine
    where TModel : struct, IMemoryModel
{
    /// <inheritdoc/>
    public override ExplorationResult Search(
        ProgramSource source, ExplorationOptions options, CancellationToken cancellation, out bool hasFailedSwaps)
    {
        SearchBudget budget = new(options, cancellation);
        (ExplorationResult result, hasFailedSwaps) = source.WithRoom(() => Search(source, options, budget));
        return result;
    }

    /// <inheritdoc/>
    public override SizeEstimator Estimator(ProgramSource source, LocationSet? commuting, int seed) =>
        SizeEstimator.Of<TModel>(source, commuting, seed);

    /// <inheritdoc/>
    public override string? Replay(Program program, IReadOnlyList<CounterexampleStep> steps) =>
        CounterexampleReplay<TModel>.Run(program, steps);

    /// <inheritdoc/>
    public override SearchPartResult Explore(DividedTeam team, SearchPart part) => team.Explore<TModel>(part);

    /// <inheritdoc/>
    public override SearchClosure Close(DividedTeam team, IEnumerable<IReadOnlyList<string>> ways) =>
        team.Close<TModel>(ways);

    private static (ExplorationResult Result, bool HasFailedSwaps) Search(
        ProgramSource source, ExplorationOptions options, SearchBudget budget)
    {
        using WorkerTeam team = new(source, options, budget);
        if (options.Sample is not null)
        {
            return (team.Draw<TModel>(options.Sample), false);
        }

        LocationSet commuting = options.Equivalence == Equivalence.Observation ? team.AllLocations : default;
        LocationSet ordered;
        do
        {
            // What a write depends on is asked where all words are in order.
            commuting = team.HasMoreToGuess ? default : commuting;
            ordered = team.Search<TModel>(commuting);
            commuting -= ordered;
        }
        while (!budget.IsSpent
            && (!ordered.IsEmpty || team.HasMoreToGuess || !team.ProvesWaits() || !team.HasTriedAllValues<TModel>()));

        return (team.Report(), team.HasFailedSwaps);
    }
}
