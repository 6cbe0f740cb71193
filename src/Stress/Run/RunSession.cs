using Runs.Auditing;
using Runs.Journal;
using Runs.Judging;
using Runs.Reports;
using Runs.Totals;
using Runs.Tracing;
using Runs.Workloads;
using Stress.Run.Metrics;

namespace Stress.Run;

/// <summary>Runs the workloads of a run, one after the other, and sums up.</summary>
/// <param name="settings">The options.</param>
/// <param name="printer">Where people read.</param>
/// <param name="resumption">What it goes on with.</param>
/// <param name="journal">Where lines go while it runs; null for nowhere.</param>
/// <param name="metrics">Where figures go while it runs.</param>
internal sealed class RunSession(
    RunSettings settings, RunPrinter printer, Resumption resumption, RunJournal? journal, RunMetrics metrics)
{
    private readonly List<(WorkloadPlan Plan, WorkloadResult Result)> _done = [];
    private readonly RunTotals _totals = new();
    private TimeSpan _elapsed;
    private TimeSpan _nextStatistics = settings.StatInterval;

    /// <summary>Runs them.</summary>
    /// <param name="used">Time that the control run took.</param>
    public void Run(TimeSpan used)
    {
        IReadOnlyList<Workload> workloads = settings.Workloads;
        // The time of a resumption is its workloads': a short one would be nothing but its control run.
        TimeSpan left = resumption.Before is null ? resumption.Budget - used : resumption.Budget;
        bool isEnding = settings.StopsAtViolation && resumption.Before?.Violations.Count > 0;
        for (int index = 0; index < workloads.Count; index++)
        {
            JournalSum? before = BeforeOf(workloads[index]);
            WorkloadPlan plan = settings.Plan(workloads[index], ShareOf(index, left), before?.Totals.Sections ?? 0);
            isEnding |= resumption.Invocation.Cancellation.IsCancellationRequested;
            if (!isEnding && (resumption.Before is null || plan.Team is { TimeBudget.Ticks: > 0, Operations: null or > 0 }))
            {
                WorkloadResult result = RunWorkload(plan);
                left -= TimeSpan.FromSeconds(result.Totals.Seconds);
                _elapsed += TimeSpan.FromSeconds(result.Totals.Seconds);
                isEnding = result.IsStuck || (settings.StopsAtViolation && result.Totals.Violations > 0);
                Add(plan, before is null ? result : result with { Totals = Sum(before.Totals, result.Totals) });
            }
            else if (before is not null)
            {
                Add(plan, new WorkloadResult(plan.Workload.Name, before.Totals, [], IsStuck: false));
            }
        }
    }

    /// <summary>Sums up.</summary>
    /// <param name="control">The control run, if there was one.</param>
    public RunReport Report(ControlReport? control)
    {
        Judgement judgement = settings.Canary is null
            ? Judgement.OfRun(settings.Scheme, _totals, control, _done.Any(each => each.Result.IsStuck))
            : Judgement.OfCanary(_totals, settings.Canary.Name);
        foreach ((WorkloadPlan plan, _) in _done)
        {
            judgement = plan.Workload is TraceWorkload trace ? judgement.Noting(trace, plan.Shape.Order) : judgement;
        }

        IReadOnlyList<WorkloadReport> workloads = [.. _done.Select(each => Describe(each.Plan, each.Result))];
        return new RunReport
        {
            Verdict = judgement.Verdict,
            Reason = judgement.Reason,
            Control = control,
            Totals = TotalsReport.Of(_totals),
            Rates = RatesReport.Of(_totals),
            ReaderRetries = RetriesReport.Of(_totals),
            WriterWait = WaitReport.Of(_totals),
            Violations =
            [
                .. (resumption.Before?.Violations ?? []).Concat(_done
                    .SelectMany(each => each.Result.Violations.Select(violation => ViolationReport.Of(violation, each.Result.Name, settings.Seed))))
                    .Take(ViolationList.MaxKept),
            ],
            Workloads = workloads,
            Passes = workloads.SingleOrDefault(each => each.Trace is not null)?.Passes,
            Trace = workloads.SingleOrDefault(each => each.Trace is not null)?.Trace,
            Replay = "",
        };
    }

    private WorkloadReport Describe(WorkloadPlan plan, WorkloadResult result) => new(
        result.Name,
        plan.Shape.Order,
        Math.Round(result.Totals.Seconds, 3),
        TotalsReport.Of(result.Totals),
        RatesReport.Of(result.Totals),
        RetriesReport.Of(result.Totals),
        WaitReport.Of(result.Totals))
    {
        Passes = plan.Workload is TraceWorkload trace ? PassesOf(trace) : null,
        Trace = plan.Workload is TraceWorkload { Summary: { } summary } workload ? TraceReport.Of(workload.Trace, summary) : null,
    };

    private int? PassesOf(TraceWorkload trace) =>
        BeforeOf(trace)?.Passes is int before ? before + (trace.Summary?.Passes ?? 0) : trace.Summary?.Passes;

    private WorkloadResult RunWorkload(WorkloadPlan plan)
    {
        Func<int?> passes = () => (plan.Workload as TraceWorkload)?.Summary?.Passes;
        string? log = settings.KeepsLog ? resumption.LogFolder : null;
        return new WorkloadRunner(plan, totals => Watch(plan, totals), resumption.Invocation.Cancellation)
        {
            Observer = journal is null ? null : new JournalObserver(journal, plan.Workload.Name, passes, log),
        }.Run();
    }

    private void Add(WorkloadPlan plan, WorkloadResult result)
    {
        _done.Add((plan, result));
        _totals.Add(result.Totals);
        metrics.Update(result.Name, result.Totals);
    }

    /// <summary>Time for a workload: all that are left shall have had the same in the end, over all sessions.</summary>
    private TimeSpan ShareOf(int index, TimeSpan left)
    {
        double[] before = [.. settings.Workloads.Skip(index).Select(each => BeforeOf(each)?.Totals.Seconds ?? 0)];
        double target = (left.TotalSeconds + before.Sum()) / before.Length;
        return TimeSpan.FromSeconds(Math.Clamp(target - before[0], 0, Math.Max(0, left.TotalSeconds)));
    }

    private JournalSum? BeforeOf(Workload workload) => resumption.Before?.Workloads.GetValueOrDefault(workload.Name);

    private static RunTotals Sum(RunTotals before, RunTotals now)
    {
        RunTotals sum = new();
        sum.Add(before);
        sum.Add(now);
        return sum;
    }

    private void Watch(WorkloadPlan plan, RunTotals totals)
    {
        metrics.Update(plan.Workload.Name, totals);
        TimeSpan elapsed = _elapsed + TimeSpan.FromSeconds(totals.Seconds);
        if (elapsed >= _nextStatistics)
        {
            _nextStatistics = elapsed + settings.StatInterval;
            printer.Statistics(plan.Workload.Name, elapsed, totals);
            journal?.Statistics(plan.Workload.Name, totals);
        }

        printer.Footer(plan.Workload.Name, elapsed, resumption.Budget - elapsed, totals);
    }
}
