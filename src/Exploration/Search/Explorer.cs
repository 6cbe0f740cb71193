using Atomics.Programs;
using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Counterexamples.Sites;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// The exhaustive model checker: runs a scenario's compiled code in every execution that a memory model allows.
/// </summary>
public static class Explorer
{
    /// <summary>Explores a scenario.</summary>
    /// <param name="scenario">A <see cref="Scenario"/> or a <see cref="ModelScenario"/>.</param>
    /// <param name="options">What to explore.</param>
    /// <param name="cancellation">Ends the search with the results so far.</param>
    /// <exception cref="ExplorationException">
    /// The scenario cannot be explored: not deterministic, too large, undeclared words.
    /// </exception>
    /// <exception cref="ArgumentException">An option is out of range, or two do not fit together.</exception>
    public static ExplorationResult Explore(
        ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation = default)
    {
        ExplorationResult result = Explore(ProgramSource.Of(scenario), options, cancellation);
        return options.FindsSites && result.Counterexample is Counterexample found
            ? result with { Counterexample = FindSites(scenario, found) }
            : result;
    }

    /// <summary>
    /// Explores what Arm64 code of today may do: under <see cref="ModelName.Dotnet"/>, where a failed compare-and-swap
    /// only acquires.
    /// </summary>
    internal static ExplorationResult ExploreArm64(
        ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation)
    {
        ExplorationOptions judging = options with
        {
            Model = ModelName.Dotnet,
            Equivalence = Equivalence.Graph,
            PreemptionBound = null,
            JudgesArm64 = true,
        };
        Check(judging);
        return ModelEngine.Of(ModelName.Dotnet, swapAcquires: true)
            .Search(ProgramSource.Of(scenario), judging, cancellation, out _);
    }

    /// <summary>Gives each step of a counterexample the file and line of its operation in the present code.</summary>
    /// <param name="scenario">The scenario, in the size and variant that the counterexample is from.</param>
    /// <param name="counterexample">The counterexample, such as one of an earlier report.</param>
    /// <remarks>
    /// The lines are those of debug information: a statement of several lines has the first of them. With
    /// <c>TieredCompilation</c> turned off, an operation in a method that was inlined has the line of the call.
    /// </remarks>
    public static Counterexample FindSites(ScenarioDeclaration scenario, Counterexample counterexample) =>
        KnowsSites(scenario) ? counterexample : StepSites.AddTo(scenario, counterexample);

    /// <summary>Whether the runners of a scenario know where they are, so that each step has its site.</summary>
    private static bool KnowsSites(ScenarioDeclaration scenario) => scenario is ObjectScenario or CodeScenario;

    /// <summary>
    /// Estimates how many executions a search would visit, blocked ones included, from samples of its tree: in a
    /// second or so, however large the search is.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Its model and equivalence count.</param>
    /// <param name="samples">How many samples, 4 to 32; the more, the better.</param>
    /// <param name="seed">Where the samples come from.</param>
    /// <returns>Null if the samples differ too much, or if an execution does not fit into a graph.</returns>
    /// <exception cref="ExplorationException">The scenario cannot be explored.</exception>
    public static double? EstimateExecutions(ScenarioDeclaration scenario, ExplorationOptions options, int samples = 4,
        int seed = 1)
    {
        Check(options);
        LocationSet? commuting = options.Equivalence == Equivalence.Observation ? null : default(LocationSet);
        using SizeEstimator estimator =
            ModelEngine.Of(options.Model).Estimator(ProgramSource.Of(scenario), commuting, seed);
        estimator.Take(samples);
        return estimator.Executions;
    }

    /// <summary>
    /// Runs a scenario through the steps of a counterexample and asks it to judge that one execution again.
    /// </summary>
    /// <param name="scenario">The scenario, in the size and variant that the counterexample is from.</param>
    /// <param name="model">The memory model.</param>
    /// <param name="steps">The steps.</param>
    /// <returns>What is wrong with the execution; null if the scenario allows it.</returns>
    /// <exception cref="ExplorationException">A step does not fit the scenario, or the model does not allow
    /// it.</exception>
    public static string? Replay(ScenarioDeclaration scenario, ModelName model, IReadOnlyList<CounterexampleStep> steps)
    {
        using Program program = new(ProgramSource.Of(scenario));
        return ModelEngine.Of(model).Replay(program, steps);
    }

    /// <summary>
    /// Searches and, under <see cref="ModelName.Dotnet"/>, once more where a compare-and-swap failed and that makes a
    /// difference: the first search takes it for a full fence, which is documented, the second for an acquire, which is
    /// what Arm64 code does. Where the verdicts differ, neither is given.
    /// </summary>
    internal static ExplorationResult Explore(
        ProgramSource source, ExplorationOptions options, CancellationToken cancellation)
    {
        Check(options);
        if (options is { Model: ModelName.Dotnet, Sample: null, Equivalence: Equivalence.Graph }
            && ModelEngine.Of(options.Model, swapAcquires: true).SearchBoth(source, options, cancellation)
                is ExplorationResult both)
        {
            return both;
        }

        ExplorationResult documented =
            ModelEngine.Of(options.Model).Search(source, options, cancellation, out bool hasFailedSwaps);
        if (options.Model != ModelName.Dotnet || !hasFailedSwaps || documented.Verdict != ExplorationVerdict.Passed)
        {
            return documented;
        }

        ExplorationResult weak =
            ModelEngine.Of(options.Model, swapAcquires: true).Search(source, options, cancellation, out _);
        documented = documented with { SearchSeconds = documented.SearchSeconds + weak.SearchSeconds };
        string? reason = weak.Verdict == ExplorationVerdict.Violated
            ? "passed only if a failed CompareExchange is a full fence, as documented; in Arm64 code of today it "
            + $"acquires, and then: {weak.Violations[0]}"
            : weak.IsComplete ? null
            : "the search with a failed CompareExchange that only acquires, as in Arm64 code of today, was not "
            + $"complete: {weak.Bounds[0].Reason}";
        return reason is null
            ? documented
            : documented with { Bounds = [new SearchBound(BoundKind.FailedSwap, reason)] };
    }

    private static void Check(ExplorationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LimitExecutions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LimitViolations, 1);
        if (options.Equivalence is not (Equivalence.Graph or Equivalence.Observation))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Equivalence,
                "No equivalence of the checker.");
        }

        if (options.Sample is not null)
        {
            Check(options.Sample, options);
        }

        if (options.PreemptionBound is not null && options.Model != ModelName.Sc)
        {
            throw new ArgumentException(
                $"A preemption bound means nothing under {options.Model}: only sequential consistency has schedules.",
                nameof(options));
        }
    }

    private static void Check(SampleOptions sample, ExplorationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sample.Count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(sample.Seed);
        ArgumentOutOfRangeException.ThrowIfNegative(sample.Depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sample.Depth, SampleOptions.MaxDepth);
        ArgumentOutOfRangeException.ThrowIfLessThan(sample.History, 1);
        if (options is not { Workers: 1, Equivalence: Equivalence.Graph, PreemptionBound: null, ShuffleSeed: null })
        {
            throw new ArgumentException(
                "Executions are drawn by one worker, with the graph equivalence, without a "
                + "preemption bound and without "
                + "a seed of the order of exploration.",
                nameof(options));
        }
    }

    /// <summary>What asks about every execution cannot be told by some.</summary>
    internal static void CheckVisits(ExplorationOptions options)
    {
        if (options.Sample is not null)
        {
            throw new ArgumentException("Advice, grades and parts of a search need every execution, not a sample.",
                nameof(options));
        }
    }
}
