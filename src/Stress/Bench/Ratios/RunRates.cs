using System.Diagnostics;
using Harness.Processors;
using Harness.Teams;
using Runs.Totals;
using Runs.Tracing;
using Runs.Tracing.Events;
using Runs.Tracing.Replay;
using Runs.Workloads;
using Scenarios.Selection;

namespace Stress.Bench.Ratios;

/// <summary>
/// What <c>run</c> is held to as a whole, with the threads it has by default: what the audit costs, and how fast traces
/// are read and replayed.
/// </summary>
/// <param name="budget">Time for all of them, roughly: they end sooner if they have enough.</param>
/// <param name="cancellation">Ends a measurement early.</param>
internal sealed class RunRates(TimeSpan budget, CancellationToken cancellation)
{
    private const string WorkloadName = "churn";
    private const string Protocol = Protocols.Exclusive;
    private const long Seed = 1;
    private const double Million = 1e6;

    /// <summary>
    /// Turns of the audited run and the other: many short ones, since the same run has from 12 to 34 million sections a
    /// second from one second to the next, with and without an audit. Odd, so that one is the median.
    /// </summary>
    private const int AuditTurns = 21;

    private const int ReadTurns = 31;
    private const int ReplayTurns = 5;

    /// <summary>Runs that the audited one and the replays have time for, in the length of the former.</summary>
    private const int ShortRuns = 60;

    /// <summary>A run's threads need some of it to start, and its first rounds touch every page of its logs.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMilliseconds(250);

    /// <summary>A replay goes through its trace several times in it.</summary>
    private const int ReplayLength = 4;

    /// <summary>Reading is compiled in the background; by then the fast code is there.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    private readonly TimeSpan _length =
        TimeSpan.FromTicks(Math.Min(LongestRun.Ticks, budget.Ticks / ShortRuns));

    private static int Writers => Math.Max(2, Environment.ProcessorCount);

    private static int Readers => Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Measures the rates and returns a row for each.</summary>
    public IEnumerable<RatioRow> Measure()
    {
        yield return AuditCost();
        yield return TraceReading();
        yield return TraceReplaying();
    }

    private RatioRow AuditCost()
    {
        Workload workload = WorkloadCatalogue.Find(WorkloadName)!;
        double[] audited = new double[AuditTurns];
        double[] bare = new double[AuditTurns];

        // First, a run that does not count: the audit is compiled by it. A run of half a minute hardly sees that time.
        Run(workload, isAudited: true, ReplayLength * _length);
        for (int turn = 0; turn < AuditTurns; turn++)
        {
            // Who goes first changes: the machine slows down and speeds up on its way.
            bool isFirst = turn % 2 == 0;
            double first = SectionsPerSecond(workload, isFirst);
            double second = SectionsPerSecond(workload, !isFirst);
            (audited[turn], bare[turn]) = isFirst ? (first, second) : (second, first);
        }

        return PairMeter.ToRow($"{WorkloadName}: sections/s audited / --audit off", RatioRow.PerSecond, audited, bare,
            RatioLimit.AtLeast(0.6), AuditTurns);
    }

    private RatioRow TraceReading()
    {
        List<double> rates = [];
        long start = Stopwatch.GetTimestamp();
        bool isWarm = false;
        while (rates.Count < ReadTurns && !cancellation.IsCancellationRequested)
        {
            TimeSpan before = ProcessorClock.Now;
            RecordedTrace trace = TraceWorkload.Embedded(cancellation).Trace;
            double seconds = ProcessorClock.IsSupported
                ? (ProcessorClock.Now - before).TotalSeconds
                : trace.ReadSeconds;
            isWarm = isWarm || Stopwatch.GetElapsedTime(start) > (WarmUp < budget ? WarmUp : budget);
            if (isWarm)
            {
                rates.Add(trace.Lines / seconds);
            }
        }

        return OverAMillion("sample trace: lines read/s of one thread's processor time, from .gz / 1 million", rates);
    }

    private RatioRow TraceReplaying()
    {
        List<double> rates = [];
        for (int turn = 0; turn < ReplayTurns && !cancellation.IsCancellationRequested; turn++)
        {
            TraceWorkload workload = TraceWorkload.Embedded(cancellation);
            Run(workload, isAudited: true, ReplayLength * _length);
            if (workload.Summary is PassSummary { Passes: > 0 } summary)
            {
                rates.Add(summary.EventsPerSecond);
            }
        }

        return OverAMillion("sample trace: events/s replayed, audited, by all processors / 1 million", rates);
    }

    private static RatioRow OverAMillion(string name, List<double> rates)
    {
        double[] measured = rates.Count > 0 ? [.. rates] : [0];
        return PairMeter.ToRow(name, RatioRow.PerSecond, measured, [.. measured.Select(_ => Million)],
            RatioLimit.AtLeast(1), rates.Count);
    }

    private double SectionsPerSecond(Workload workload, bool isAudited)
    {
        RunTotals totals = Run(workload, isAudited, _length).Totals;
        return totals.Sections / totals.Seconds;
    }

    private WorkloadResult Run(Workload workload, bool isAudited, TimeSpan length)
    {
        Scheme scheme = Schemes.RmapId;
        WorkloadShape shape = workload.Fit(
            new WorkloadShape(new OrderRange(workload.DefaultOrder), workload.DefaultFolios,
                Math.Max(Writers, workload.DefaultMms), Writers, Readers, Seed),
            scheme.SubIds);
        WorkloadPlan plan = new(workload, shape, scheme, new TrackerSelection(Protocol),
            new TeamPlan(length, Seed) { Perturbation = Perturbation.Bare, Affinity = Affinity.Spread() })
        { IsAudited = isAudited };
        return new WorkloadRunner(plan, _ => { }, cancellation).Run();
    }
}
