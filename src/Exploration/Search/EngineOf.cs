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
    public override ExplorationResult? SearchBoth(
        ProgramSource source, ExplorationOptions options, CancellationToken cancellation)
    {
        SearchBudget budget = new(options, cancellation);
        return source.WithRoom(() => SearchBoth(source, options, budget));
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

    private static ExplorationResult? SearchBoth(
        ProgramSource source, ExplorationOptions options, SearchBudget budget)
    {
        SwapComparison comparison = new();
        using WorkerTeam team = new(source, options, budget) { Comparison = comparison };
        do
        {
            team.Search<TModel>(commuting: default);
        }
        while (!comparison.Differs && !budget.IsSpent
            && (team.HasMoreToGuess || !ProvesWaits(team, comparison) || !team.HasTriedAllValues<TModel>()));

        if (!team.HasFailedSwaps)
        {
            return team.Report();
        }

        if (comparison.Differs || (!budget.IsSpent && !team.HasTriedAllValuesBehindFences()))
        {
            return null;
        }

        ExplorationResult result = team.Report();
        return result.Violations.Count == 0 && result.Bounds.All(bound => IsLimit(bound.Kind)) ? result : null;
    }

    /// <summary>How often a turn is run is learned from all that a search has been to, dead ends included.</summary>
    private static bool ProvesWaits(WorkerTeam team, SwapComparison comparison)
    {
        bool proves = team.ProvesWaits();
        if (!proves && team.HasFailedSwaps)
        {
            comparison.Differ();
        }

        return proves || comparison.Differs;
    }

    /// <summary>Whether a bound is one that was set, and says nothing of the executions that were left out.</summary>
    private static bool IsLimit(BoundKind kind) =>
        kind is BoundKind.ExecutionLimit or BoundKind.TimeBudget or BoundKind.Interruption;

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
