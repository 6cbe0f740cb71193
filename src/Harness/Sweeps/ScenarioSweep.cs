using Atomics;
using Atomics.Programs;
using Exploration;
using Harness.Processors;

namespace Harness.Sweeps;

/// <summary>
/// A scenario on real threads: many instances of it, swept in step by one thread for each actor, and each outcome that
/// came up graded by the memory models that allow it.
/// </summary>
public static class ScenarioSweep
{
    /// <summary>
    /// Runs a scenario and grades what it showed. The grades are searched for first, and take as long as they take.
    /// </summary>
    /// <param name="scenario">The scenario: one thread runs each of its actors, on
    /// <see cref="HardwareMemory"/>.</param>
    /// <param name="budget">How long the threads run.</param>
    /// <param name="affinity">Where they run.</param>
    /// <param name="cancellation">Ends both the searches and the threads; what was seen until then is returned.</param>
    /// <exception cref="ExplorationException">The scenario cannot be explored.</exception>
    /// <exception cref="InvalidOperationException">An actor threw.</exception>
    public static SweepResult Run(Scenario scenario, TimeSpan budget, Affinity affinity, CancellationToken cancellation)
    {
        SweepGrades grades = new(scenario, new ExplorationOptions(), cancellation);
        Tally tally = new();
        using Stride stride = new(scenario);
        using SweepTeam team = new(new TalliedStride(stride, tally), affinity);
        double seconds = team.Run(budget, cancellation);
        return new SweepResult(tally.Samples, seconds, grades.IsComplete, grades.Grade(tally.Counts));
    }
}
