using Stress.CommandLine;
using Stress.Execution;
using Stress.Tracing;
using Stress.Workloads;

namespace Stress.Run;

/// <summary>Runs the workloads of a run, one after the other, and sums up.</summary>
/// <param name="settings">The options.</param>
/// <param name="printer">Where people read.</param>
/// <param name="invocation">When to stop.</param>
internal sealed class RunSession(RunSettings settings, RunPrinter printer, Invocation invocation)
{
    private readonly List<(WorkloadPlan Plan, WorkloadResult Result)> _done = [];
    private readonly RunTotals _totals = new();
    private TimeSpan _nextStatistics = settings.StatInterval;

    /// <summary>Runs them.</summary>
    /// <param name="used">Time that the control run took.</param>
    public void Run(TimeSpan used)
    {
        IReadOnlyList<Workload> workloads = settings.Workloads;
        TimeSpan left = settings.TimeBudget - used;
        for (int index = 0; index < workloads.Count && !invocation.Cancellation.IsCancellationRequested; index++)
        {
            TimeSpan share = left / (workloads.Count - index);
            WorkloadPlan plan = settings.Plan(workloads[index], share);
            WorkloadResult result = new WorkloadRunner(plan, totals => Watch(plan, totals), invocation.Cancellation).Run();
            left -= TimeSpan.FromSeconds(result.Totals.Seconds);
            _done.Add((plan, result));
            _totals.Add(result.Totals);
            if (result.IsStuck)
            {
                break;
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
                .. _done
                    .SelectMany(each => each.Result.Violations.Select(violation => ViolationReport.Of(violation, each.Result.Name, settings.Seed)))
                    .Take(Auditing.ViolationList.MaxKept),
            ],
            Workloads = workloads,
            Passes = workloads.SingleOrDefault(each => each.Trace is not null)?.Passes,
            Trace = workloads.SingleOrDefault(each => each.Trace is not null)?.Trace,
            Replay = "",
        };
    }

    private static WorkloadReport Describe(WorkloadPlan plan, WorkloadResult result) => new(
        result.Name,
        plan.Shape.Order,
        Math.Round(result.Totals.Seconds, 3),
        TotalsReport.Of(result.Totals),
        RatesReport.Of(result.Totals),
        RetriesReport.Of(result.Totals),
        WaitReport.Of(result.Totals))
    {
        Passes = (plan.Workload as TraceWorkload)?.Summary?.Passes,
        Trace = plan.Workload is TraceWorkload { Summary: { } summary } workload ? TraceReport.Of(workload.Trace, summary) : null,
    };

    private void Watch(WorkloadPlan plan, RunTotals totals)
    {
        TimeSpan elapsed = TimeSpan.FromSeconds(_totals.Seconds + totals.Seconds);
        if (elapsed >= _nextStatistics)
        {
            _nextStatistics = elapsed + settings.StatInterval;
            printer.Statistics(plan.Workload.Name, elapsed, totals);
        }

        printer.Footer(plan.Workload.Name, elapsed, settings.TimeBudget - elapsed, totals);
    }
}
