using System.Runtime.ExceptionServices;
using Atomics.Programs;
using Exploration.Actors;
using Exploration.Actors.Waits;
using Exploration.Division;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// The workers of a search, each with a scenario instance of its own, so that they share nothing but the pool and the
/// budget.
/// </summary>
internal sealed partial class WorkerTeam : IDisposable
{
    /// <summary>
    /// Searches after which a turn that is still not proved is never cut. A turn that counts doubles six times until it
    /// is held.
    /// </summary>
    private const int MaxRounds = 40;

    private const int EstimatorSeed = 1;

    private readonly ProgramSource _source;
    private readonly Program[] _programs;
    private readonly ExplorationOptions _options;
    private readonly SearchBudget _budget;
    private readonly Dictionary<string, int>[] _allowances;
    private ResultCollector[] _collectors = [];
    private readonly LoadGuesses _guesses;
    private int _rounds;

    /// <summary>Makes the instances.</summary>
    public WorkerTeam(ProgramSource source, ExplorationOptions options, SearchBudget budget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        _options = options;
        _budget = budget;
        _source = source;
        _programs = [.. Enumerable.Range(0, options.Workers).Select(_ => new Program(source))];
        _allowances = [.. _programs[0].Replays.Select(_ => new Dictionary<string, int>())];
        _guesses = new LoadGuesses(_programs[0].Replays.Length);
        Run(() => Isolation.CheckBeginnings(_programs[0]));
    }

    /// <summary>Whether both readings of a failed compare-and-swap are looked at; null for the model's.</summary>
    public SwapComparison? Comparison { get; init; }

    /// <summary>The set of all locations.</summary>
    public LocationSet AllLocations => LocationSet.Below(_programs[0].Initial.Length);

    /// <summary>
    /// Whether the last search has learned of reads that may see later writes, and has not tried them.
    /// </summary>
    public bool HasMoreToGuess => _guesses.HasGrown;

    /// <summary>Whether a compare-and-swap that is a full fence has failed in some execution.</summary>
    public bool HasFailedSwaps => _programs.Any(program => program.Replays.Any(replay => FailsSwap(replay.Tree)));

    /// <summary>Searches from the start.</summary>
    /// <param name="commuting">Locations whose adds are left unordered.</param>
    /// <returns>
    /// Those of them that must be ordered after all: then the search counted nothing and must be done again.
    /// </returns>
    public LocationSet Search<TModel>(LocationSet commuting)
        where TModel : struct, IMemoryModel =>
            Search<TModel>(commuting, new WorkPool(_programs.Length), [new Branch([])]);

    /// <summary>Searches some branches, or what the pool takes of them.</summary>
    /// <param name="commuting">Locations whose adds are left unordered.</param>
    /// <param name="pool">Divides them among the workers.</param>
    /// <param name="branches">The branches.</param>
    /// <returns>Locations that must be ordered after all.</returns>
    public LocationSet Search<TModel>(LocationSet commuting, WorkPool pool, IReadOnlyList<Branch> branches)
        where TModel : struct, IMemoryModel
    {
        using SizeEstimator estimator = SizeEstimator.Of<TModel>(_source, commuting, EstimatorSeed);
        _budget.Start(estimator);
        Begin();
        _collectors = [.. _programs.Select(program => new ResultCollector(program, _options, _budget))];
        IGraphSearch[] searches = [.. _programs.Select((_, worker) => NewSearch<TModel>(worker, pool, commuting))];
        foreach (Branch branch in branches)
        {
            pool.Give(branch);
        }

        Run(pool.Stop, [.. searches.Select(search => (Action)search.Run)]);
        Array.ForEach(searches, search => search.Dispose());
        return searches.Aggregate(default(LocationSet), (ordered, search) => ordered | search.MustOrder);
    }

    /// <summary>A search begins: waits are cut and guesses tried as is known by now.</summary>
    public void Begin()
    {
        foreach (Program program in _programs)
        {
            for (int actor = 0; actor < _allowances.Length; actor++)
            {
                program.Waits[actor].Begin(_allowances[actor]);
            }
        }

        _guesses.Begin();
    }

    /// <summary>A search that begins with short executions and hands the longer ones to wider searches.</summary>
    private GraphSearch<TModel, Set64> NewSearch<TModel>(int worker, WorkPool pool, LocationSet commuting)
        where TModel : struct, IMemoryModel
    {
        Program program = _programs[worker];
        ResultCollector results = _collectors[worker];
        Random? shuffle = _options.ShuffleSeed is int seed ? new Random(seed + worker) : null;
        GraphSearch<TModel, Set512> widest =
            new(program, results, pool, shuffle, commuting, _guesses, Comparison, wider: null);
        GraphSearch<TModel, Set128> wider =
            new(program, results, pool, shuffle, commuting, _guesses, Comparison, widest);
        return new GraphSearch<TModel, Set64>(
            program, results, pool, shuffle, commuting, _guesses, Comparison, wider);
    }

    /// <summary>
    /// Looks behind the turns of waits that the search has cut, and whether the actors share more than words. A turn
    /// behind which an actor is not where it was is run twice as often by the next search, until it makes no difference
    /// or fills executions.
    /// </summary>
    /// <returns>False if the search must be done again.</returns>
    /// <exception cref="ExplorationException">Actors share more than words.</exception>
    public bool ProvesWaits()
    {
        bool proved = true;
        Run(() => proved = Prove());
        return proved;
    }

    /// <summary>
    /// Looks for barriers between a plain read and a later plain write that are there in some runs of an actor only. If
    /// there are any, no search shows all values that reads may see ahead of time: those of all runs are tried.
    /// </summary>
    /// <returns>False if the search must be done again.</returns>
    public bool HasTriedAllValues<TModel>()
        where TModel : struct, IMemoryModel
    {
        if (TModel.MayBufferLoads)
        {
            Run(() => Survey(TModel.FencesFailedSwap));
        }

        return !_guesses.HasGrown;
    }

    /// <summary>Whether the same look teaches nothing if a failed compare-and-swap is a full fence.</summary>
    public bool HasTriedAllValuesBehindFences()
    {
        Run(() => Survey(fencesFailedSwap: true));
        return !_guesses.HasGrown;
    }

    private void Survey(bool fencesFailedSwap)
    {
        BarrierSurvey survey = new(_programs[0], fencesFailedSwap);
        survey.Run();
        PassingPair[] atTimes = [.. survey.PassingAtTimes, .. survey.PassingUpdates, .. survey.PassingRepeats];
        if (atTimes.Length > 0 && (survey.IsComplete || _programs[0].Code is null))
        {
            _guesses.Try([.. survey.Passing], survey.Written);
        }

        if (survey.IsComplete)
        {
            return;
        }

        bool isCode = _programs[0].Code is not null;
        HeldWrites held = new(_programs[0], survey.Written, _budget.IsSpentNow);
        // Repeated writes not of ordinary code: two critical sections that write the same would make it inconclusive.
        PassingPair? left = isCode ? held.Find()
            : atTimes.Length > 0 ? atTimes[0]
            : new RepeatedWrites(_programs[0], fencesFailedSwap).Find() ?? held.Find();
        if (left is PassingPair pair)
        {
            ScenarioInstance instance = _programs[0].Instance;
            IReadOnlyList<SharedLocation> words = _programs[0].Locations;
            _budget.Leave(
                BoundKind.LoadBuffering,
                $"'{instance.Actors[pair.Thread].Name}' may write '{words[pair.Written].Name}' before it has read "
                + $"'{words[pair.Read].Name}', depending on what it reads, in more ways than were tried");
        }
        else if (held.Limit is string limit && !isCode)
        {
            _budget.Leave(
                BoundKind.LoadBuffering, $"whether a barrier goes away with what is read could not be told: {limit}");
        }
    }

    private bool Prove()
    {
        Array.ForEach(_programs[1..], _programs[0].Absorb);
        Isolation.CheckWays(_programs[0]);
        _rounds++;
        bool proved = true;
        for (int actor = 0; actor < _allowances.Length; actor++)
        {
            foreach (CutTurn cut in CutProof.FindRefuted(_programs[0].Replays[actor], _programs[0].Waits[actor]))
            {
                int allowed = _rounds > MaxRounds ? int.MaxValue : Math.Max(1, 2 * (cut.Repeats - 1));
                _allowances[actor][cut.Turn.Key] =
                    Math.Max(allowed, _allowances[actor].GetValueOrDefault(cut.Turn.Key));
                proved = false;
            }
        }

        return proved;
    }

    private void Run(Action action) => Run(() => { }, action);

    /// <summary>
    /// Runs actions on threads that may be left behind: an actor that catches everything cannot be ended.
    /// </summary>
    /// <param name="stop">Makes the others end when one has failed.</param>
    /// <param name="actions">One for each thread.</param>
    private void Run(Action stop, params Action[] actions)
    {
        ExceptionDispatchInfo? failure = null;
        using CountdownEvent running = new(actions.Length);
        void Fail(Exception thrown)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(thrown), null);
            stop();
        }

        foreach (Program program in _programs)
        {
            program.OnAbandoned(reason =>
            {
                Fail(reason);
                running.Signal();
            });
        }

        foreach (Action action in actions)
        {
            SearchThread.Run(
                () =>
                {
                    try
                    {
                        action();
                    }
                    catch (Exception thrown)
                    {
                        Fail(thrown);
                    }
                },
                () => running.Signal());
        }

        running.Wait();
        failure?.Throw();
    }

    /// <summary>What all workers have found.</summary>
    public ExplorationResult Report()
    {
        CounterexampleKeeper best = _collectors.Select(collector => collector.Counterexample)
            .Aggregate((best, keeper) => keeper.IsBetterThan(best) ? keeper : best);
        return new ExplorationResult
        {
            Executions = _collectors.Sum(collector => collector.Executions),
            Blocked = _collectors.Sum(collector => collector.Blocked),
            Bounds = _budget.Bounds,
            Truncated = _collectors.Sum(collector => collector.Truncated),
            SearchSeconds = _budget.Elapsed.TotalSeconds,
            OutcomeNames = _programs[0].Code?.OutcomeNames ?? _programs[0].Instance.OutcomeNames,
            Outcomes = [.. _collectors.SelectMany(collector => collector.Outcomes)
                .GroupBy(entry => (entry.Text, entry.Violation), (_, entries) => Merge([.. entries]))
                .OrderBy(outcome => outcome.Outcome, StringComparer.Ordinal)
                .ThenBy(outcome => outcome.Violation, StringComparer.Ordinal)],
            Violations =
                [.. _collectors.SelectMany(collector => collector.Violations).Distinct().Order(StringComparer.Ordinal)],
            Counterexample = best.Build(),
            ActorRuns = _programs.Sum(program => program.Replays.Sum(replay => replay.Runs)),
        };
    }

    private static bool FailsSwap(ActorTree tree)
    {
        for (int node = 0; node < tree.Count; node++)
        {
            int swap = tree.ParentOf(node);
            if (swap >= 0 && tree.IsVisited(node)
                && tree[swap] is { Kind: OperationKind.CompareExchange, Ordering: Ordering.Full } operation
                && !operation.WritesAfter(tree.ValueInto(node)))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_programs, program => program.Dispose());

    private static OutcomeCount Merge(OutcomeTable.Entry[] entries) =>
        new(entries[0].Text, entries[0].Values, entries.Sum(entry => entry.Count), entries[0].Violation)
        {
            IsOnArm64 = entries.Any(entry => entry.IsOnArm64),
        };
}
