using Harness.Teams;
using Runs.Journal;
using Runs.Reports;
using Runs.Totals;
using Runs.Tracing;

namespace Stress.Run;

/// <summary>What a run has done with one workload so far, in this session and in earlier ones.</summary>
internal sealed class WorkloadTally
{
    private readonly List<ViolationReport> _violations = [];
    private readonly long _seed;

    /// <summary>Begins with what a journal has.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="seed">Seed of the session.</param>
    /// <param name="before">The journal of earlier sessions; null without.</param>
    public WorkloadTally(PlannedWorkload workload, long seed, JournalState? before)
    {
        (Workload, _seed) = (workload, seed);
        foreach (((string name, string perturbation), JournalSum sum) in before?.Parts
            ?? new Dictionary<(string, string), JournalSum>())
        {
            if (name == workload.Name)
            {
                Totals.Add(perturbation, sum.Totals);
                Passes = sum.Passes is int passes ? (Passes ?? 0) + passes : Passes;
            }
        }
    }

    /// <summary>The workload.</summary>
    public PlannedWorkload Workload { get; }

    /// <summary>What was done and seen.</summary>
    public PerturbedTotals Totals { get; } = new();

    /// <summary>Stretches of this session.</summary>
    public int Stretches { get; private set; }

    /// <summary>The first violations of this session.</summary>
    public IReadOnlyList<ViolationReport> Violations => _violations;

    /// <summary>Of a trace: passes completed; null for others, and before the first stretch.</summary>
    public int? Passes { get; private set; }

    /// <summary>Of a trace: what its last pass did; null if none was completed.</summary>
    public TraceReport? Trace { get; private set; }

    /// <summary>Whether a thread did not come back.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>Adds a stretch.</summary>
    public void Add(Perturbation kind, WorkloadResult result)
    {
        Stretches++;
        Totals.Add(kind.Name, result.Totals);
        _violations.AddRange(result.Violations.Select(
            violation => ViolationReport.Of(violation, result.Name, kind.Name, _seed)));
        IsStuck |= result.IsStuck;
        if (Workload.Trace is { Summary: { } summary } trace)
        {
            Passes = (Passes ?? 0) + summary.Passes;
            Trace = TraceReport.Of(trace.Trace, summary) ?? Trace;
        }
    }

    /// <summary>For the report.</summary>
    public WorkloadReport Report()
    {
        PerturbationReport sum = PerturbationReport.Of(Totals.Sum);
        return new WorkloadReport(Workload.Name, Workload.Orders.Greatest, sum.Seconds, sum.Totals, sum.Rates,
            sum.ReaderRetries,
            sum.WriterWait)
        {
            LeastOrder = Workload.Orders.Least,
            ByPerturbation = PerturbationReport.Of(Totals),
            Passes = Passes,
            Trace = Trace,
        };
    }
}
