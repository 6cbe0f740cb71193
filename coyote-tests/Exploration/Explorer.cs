using System.Diagnostics;
using Atomics.Programs;
using CoyoteTests.Memory;
using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace CoyoteTests.Exploration;

/// <summary>
/// Runs a scenario under Coyote: one strategy, one seed, a number of schedules, or one recorded schedule.
/// </summary>
internal static class Explorer
{
    // A schedule of the scenarios here has fewer than 200 steps unless an actor is starved.
    private const uint MaxUnfairSteps = 1_000;
    private const uint MaxFairSteps = 10_000;

    // A deadlock is told at once from what each thread waits for. Coyote's other way is to see no step for so long: on
    // a busy machine its usual second ended schedules that were merely not running.
    private const uint DeadlockTimeoutMilliseconds = 600_000;

    /// <summary>Explores until the schedules are used up or a violation is found.</summary>
    /// <param name="scenario">What to run.</param>
    /// <param name="strategy">How to choose schedules.</param>
    /// <param name="schedules">How many at most, at least 1.</param>
    /// <param name="seed">Coyote adds the schedule's number to it; <see cref="Seeds"/> keeps seeds apart.</param>
    /// <param name="watch">Called after each schedule with the number explored so far and their classes.</param>
    public static ExplorationResult Explore(
        ScenarioDeclaration scenario, Strategy strategy, int schedules, uint seed,
        Action<int, IReadOnlySet<ulong>>? watch = null) =>
        Run(
            scenario,
            strategy.Name,
            seed,
            strategy.Configure(Base()).WithTestingIterations((uint)schedules).WithRandomGeneratorSeed(seed),
            watch);

    /// <summary>Runs the one schedule of a trace.</summary>
    /// <param name="scenario">What was recorded.</param>
    /// <param name="trace">The contents of a <c>.trace</c> file.</param>
    public static ExplorationResult Replay(ScenarioDeclaration scenario, string trace) =>
        Run(scenario, "replay", 0, Base().WithReproducibleTrace(trace), watch: null);

    private static Configuration Base() => Configuration.Create()
        .WithTelemetryEnabled(false)
        .WithPartiallyControlledConcurrencyAllowed(false)
        .WithDeadlockTimeout(DeadlockTimeoutMilliseconds)
        .WithTraceAnalysisEnabled(false)
        .WithVerbosityEnabled(VerbosityLevel.None)
        .WithMaxSchedulingSteps(MaxUnfairSteps, MaxFairSteps);

    private static ExplorationResult Run(
        ScenarioDeclaration scenario, string strategy, uint seed, Configuration configuration,
        Action<int, IReadOnlySet<ulong>>? watch)
    {
        ScheduleBody body = new(scenario);
        ExplorationTally tally = new();
        using TestingEngine engine = TestingEngine.Create(configuration, body.Run);
        engine.SetLogger(new TextWriterLogger(TextWriter.Null, VerbosityLevel.None));
        engine.RegisterEndIterationCallBack(_ =>
        {
            tally.Count(Interleaving.Current, body.Outcome);
            watch?.Invoke(tally.Schedules, tally.Classes);
        });

        Stopwatch stopwatch = Stopwatch.StartNew();
        engine.Run();
        return tally.Result(scenario.Name, strategy, seed, stopwatch.Elapsed, engine);
    }
}
