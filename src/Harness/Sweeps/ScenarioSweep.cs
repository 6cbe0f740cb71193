using Atomics;
using Atomics.Programs;
using Exploration;
using Harness.Processors;

namespace Harness.Sweeps;

/// <summary>
/// A scenario on real threads, one for each actor: as many instances swept in step, and where it can be as a perpetual
/// program, half of the time each. Each outcome that came up is graded by the memory models that allow it.
/// </summary>
public static class ScenarioSweep
{
    /// <summary>Runs a scenario and grades what it showed. The grades are searched for first, and take as long as they
    /// take.</summary>
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
        Tally sum = new();
        List<SweptMethod> methods = [];
        if ((scenario as IPerpetual)?.CreatePerpetual() is PerpetualProgram program)
        {
            Tally perpetual = new();
            using PerpetualSweep sweep = new(scenario, program, perpetual);
            Sweep("perpetual", sweep, perpetual, budget / 2);
        }

        Tally tally = new();
        using Stride stride = new(scenario);
        Sweep("strides", new TalliedStride(stride, tally), tally, methods.Count > 0 ? budget / 2 : budget);
        return new SweepResult(
            sum.Samples, methods.Sum(method => method.Seconds), grades.IsComplete, grades.Grade(sum.Counts))
        {
            Methods = methods,
        };

        void Sweep(string method, ISwept swept, Tally seen, TimeSpan time)
        {
            using SweepTeam team = new(swept, affinity);
            double seconds = team.Run(time, cancellation);
            long interesting = grades.CountInteresting(seen.Counts);
            methods.Add(new SweptMethod(method, seen.Samples, Math.Round(seconds, 3), interesting));
            sum.Add(seen);
        }
    }
}
