using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Division;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>What the checker does under one memory model. Nowhere else does a model's name become its type.</summary>
internal abstract class ModelEngine
{
    /// <summary>The engine of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="swapAcquires">Under <see cref="ModelName.Dotnet"/>, whether a compare-and-swap that fails only
    /// acquires; the other models say what it does.</param>
    /// <exception cref="ArgumentOutOfRangeException">No model of the checker.</exception>
    public static ModelEngine Of(ModelName model, bool swapAcquires = false) => model switch
    {
        ModelName.Sc => new EngineOf<SequentialConsistency>(),
        ModelName.Tso => new EngineOf<TotalStoreOrder>(),
        ModelName.Dotnet when swapAcquires => new EngineOf<DotnetModel<AcquiringSwap>>(),
        ModelName.Dotnet => new EngineOf<DotnetModel<FencingSwap>>(),
        ModelName.Rc11 => new EngineOf<Rc11Model>(),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No memory model of the checker."),
    };

    /// <summary>Searches, or draws a sample, within the limits.</summary>
    /// <param name="source">The program.</param>
    /// <param name="options">What to explore, checked.</param>
    /// <param name="cancellation">Ends the search with the results so far.</param>
    /// <param name="hasFailedSwaps">Whether a compare-and-swap failed in some execution.</param>
    public abstract ExplorationResult Search(
        ProgramSource source, ExplorationOptions options, CancellationToken cancellation, out bool hasFailedSwaps);

    /// <summary>
    /// Searches with a compare-and-swap that only acquires if it fails, and looks whether one that is a full fence then
    /// would make a difference.
    /// </summary>
    /// <param name="source">The program.</param>
    /// <param name="options">What to explore, checked; <see cref="Equivalence.Graph"/>, no sample.</param>
    /// <param name="cancellation">Ends the search with the results so far.</param>
    /// <returns>The result under both; null if there may be a difference.</returns>
    public abstract ExplorationResult? SearchBoth(
        ProgramSource source, ExplorationOptions options, CancellationToken cancellation);

    /// <inheritdoc cref="SizeEstimator.Of"/>
    public abstract SizeEstimator Estimator(ProgramSource source, LocationSet? commuting, int seed);

    /// <summary>Runs a program through the steps of a counterexample, see <see cref="Explorer.Replay"/>.</summary>
    public abstract string? Replay(Program program, IReadOnlyList<CounterexampleStep> steps);

    /// <inheritdoc cref="DividedTeam.Explore"/>
    public abstract SearchPartResult Explore(DividedTeam team, SearchPart part);

    /// <inheritdoc cref="DividedTeam.Close"/>
    public abstract SearchClosure Close(DividedTeam team, IEnumerable<IReadOnlyList<string>> ways);
}
