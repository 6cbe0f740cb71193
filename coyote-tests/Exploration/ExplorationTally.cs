using Atomics.Programs;
using CoyoteTests.Memory;
using Microsoft.Coyote.SystematicTesting;

namespace CoyoteTests.Exploration;

/// <summary>Counts what the schedules of one exploration showed.</summary>
internal sealed class ExplorationTally
{
    private readonly HashSet<ulong> _schedules = [];
    private readonly HashSet<ulong> _classes = [];
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private string[] _waits = [];
    private int _actors;
    private int _bounded;
    private int _interleaved;
    private int _waiting;

    /// <summary>Schedules so far.</summary>
    public int Schedules { get; private set; }

    /// <summary>Execution classes of the complete ones.</summary>
    public IReadOnlySet<ulong> Classes => _classes;

    /// <summary>Counts one schedule.</summary>
    /// <param name="interleaving">What its actors did.</param>
    /// <param name="outcome">What it showed; null if it was cut short.</param>
    public void Count(Interleaving interleaving, Outcome? outcome)
    {
        Schedules++;
        _actors = interleaving.Actors;
        _schedules.Add(interleaving.Schedule);
        if (interleaving.IsInterleaved)
        {
            _interleaved++;
        }

        if (interleaving.HasWaited)
        {
            _waiting++;
        }

        if (outcome is null)
        {
            _bounded++;
            _waits = [.. interleaving.Waits];
            return;
        }

        _classes.Add(interleaving.Class);
        string text = outcome.ToString();
        _outcomes[text] = _outcomes.GetValueOrDefault(text) + 1;
    }

    public ExplorationResult Result(string scenario, string strategy, uint seed, TimeSpan elapsed, TestingEngine engine)
    {
        TestReport report = engine.TestReport;
        return new ExplorationResult
        {
            Scenario = scenario,
            Strategy = strategy,
            Actors = _actors,
            Seed = seed,
            Schedules = Schedules,
            DistinctSchedules = _schedules.Count,
            InterleavedSchedules = _interleaved,
            WaitingSchedules = _waiting,
            BoundedSchedules = _bounded,
            Classes = _classes.Count,
            Outcomes = _outcomes,
            Violation = Explain(report.BugReports.FirstOrDefault()),
            Trace = engine.ReproducibleTrace,
            MaxConcurrency = report.MaxConcurrencyDegree,
            Uncontrolled = [.. report.UncontrolledInvocations.Order(StringComparer.Ordinal)],
            Seconds = elapsed.TotalSeconds,
        };
    }

    // Coyote knows that nobody can go on; the interleaving knows who waits for what.
    private string? Explain(string? report) => report is not null && _waits.Length > 0
        ? $"{string.Join(", ", _waits)}, which nobody will do; expected every actor to finish. {report}"
        : report;
}
