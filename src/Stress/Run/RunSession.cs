using Harness.Teams;
using Runs.Auditing;
using Runs.Journal;
using Runs.Judging;
using Runs.Totals;
using Runs.Tracing;
using Runs.Workloads;
using Stress.Run.Metrics;

namespace Stress.Run;

/// <summary>
/// Runs the workloads of a run, one after the other, each in stretches of the kinds of perturbation in turn, and sums up.
/// </summary>
/// <param name="settings">The options.</param>
/// <param name="printer">Where people read.</param>
/// <param name="resumption">What it goes on with.</param>
/// <param name="journal">Where lines go while it runs; null for nowhere.</param>
/// <param name="metrics">Where figures go while it runs.</param>
internal sealed class RunSession(
    RunSettings settings, RunPrinter printer, Resumption resumption, RunJournal? journal, RunMetrics metrics)
{
    private readonly List<WorkloadTally> _tallies = [];
    private TimeSpan _elapsed;
    private TimeSpan _nextStatistics = settings.StatInterval;

    /// <summary>Runs them.</summary>
    /// <param name="used">Time that the control run took.</param>
    public void Run(TimeSpan used)
    {
        // The time of a resumption is its workloads': a short one would be nothing but its control run.
        TimeSpan left = resumption.Before is null ? resumption.Budget - used : resumption.Budget;
        bool isEnding = settings.StopsAtViolation && resumption.Before?.Violations.Count > 0;
        for (int index = 0; index < settings.Workloads.Count; index++)
        {
            Workload workload = settings.Workloads[index];
            WorkloadTally tally = new(workload, settings.OrderOf(workload), settings.Seed, resumption.Before);
            double before = tally.Totals.Sum.Seconds;
            isEnding = isEnding || resumption.Invocation.Cancellation.IsCancellationRequested || !Run(tally, ShareOf(index, left));
            left -= TimeSpan.FromSeconds(tally.Totals.Sum.Seconds - before);
            if (tally.Totals.Parts.Count > 0)
            {
                _tallies.Add(tally);
            }

            if (isEnding && resumption.Before is null)
            {
                return;
            }
        }
    }

    /// <summary>Sums up.</summary>
    /// <param name="control">The control run, if there was one.</param>
    public RunReport Report(ControlReport? control)
    {
        PerturbedTotals totals = new();
        _tallies.ForEach(tally => totals.Add(tally.Totals));
        Judgement judgement = settings.Canary is null
            ? Judgement.OfRun(settings.Scheme, totals, control, _tallies.Exists(tally => tally.IsStuck))
            : Judgement.OfCanary(totals.Sum, settings.Canary.Name);
        foreach (WorkloadTally tally in _tallies)
        {
            judgement = tally.Workload is TraceWorkload trace ? judgement.Noting(trace, tally.Order) : judgement;
        }

        IReadOnlyList<WorkloadReport> workloads = [.. _tallies.Select(tally => tally.Report())];
        PerturbationReport sum = PerturbationReport.Of(totals.Sum);
        return new RunReport
        {
            Verdict = judgement.Verdict,
            Reason = judgement.Reason,
            Control = control,
            Totals = sum.Totals,
            Rates = sum.Rates,
            ReaderRetries = sum.ReaderRetries,
            WriterWait = sum.WriterWait,
            ByPerturbation = PerturbationReport.Of(totals),
            Violations =
            [
                .. (resumption.Before?.Violations ?? []).Concat(_tallies.SelectMany(tally => tally.Violations)).Take(ViolationList.MaxKept),
            ],
            Workloads = workloads,
            Passes = workloads.SingleOrDefault(each => each.Trace is not null)?.Passes,
            Trace = workloads.SingleOrDefault(each => each.Trace is not null)?.Trace,
            Replay = "",
        };
    }

    /// <summary>Runs a workload.</summary>
    /// <param name="tally">Where its figures go.</param>
    /// <param name="share">Its time in this session.</param>
    /// <returns>Whether the run goes on behind it.</returns>
    private bool Run(WorkloadTally tally, TimeSpan share)
    {
        IReadOnlyList<Perturbation> kinds = settings.Perturbations;
        JournalObserver?[] observers = [.. kinds.Select(kind => ObserverOf(tally.Workload, kind))];
        int stretches = kinds.Count * TurnsOf(tally.Workload, share);
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            int kind = stretch % kinds.Count;
            WorkloadPlan plan = settings.Plan(
                tally.Workload, kind, stretch, share / (stretches - stretch), tally.Totals.Of(kinds[kind].Name).Sections);
            if (plan.Team.Operations <= 0 || (resumption.Before is not null && share <= TimeSpan.Zero))
            {
                continue;
            }

            WorkloadResult result = RunStretch(plan, tally, observers[kind]);
            tally.Add(kinds[kind], result);
            metrics.Update(tally.Workload.Name, SumOf(tally, new RunTotals()));
            share -= TimeSpan.FromSeconds(result.Totals.Seconds);
            _elapsed += TimeSpan.FromSeconds(result.Totals.Seconds);
            if (tally.IsStuck
                || (settings.StopsAtViolation && tally.Totals.Sum.Violations > 0)
                || resumption.Invocation.Cancellation.IsCancellationRequested)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often each kind of perturbation comes. A trace is not cut: its passes may be long.</summary>
    private int TurnsOf(Workload workload, TimeSpan share) => workload is TraceWorkload
        ? 1
        : Math.Max(1, (int)Math.Ceiling(share / (settings.LongestStretch * settings.Perturbations.Count)));

    private WorkloadResult RunStretch(WorkloadPlan plan, WorkloadTally tally, JournalObserver? observer)
    {
        WorkloadResult result = new WorkloadRunner(
            plan, totals => Watch(plan, tally, totals, observer), resumption.Invocation.Cancellation) { Observer = observer }.Run();
        observer?.EndStretch(result.Totals);
        return result;
    }

    private JournalObserver? ObserverOf(Workload workload, Perturbation kind) => journal is null
        ? null
        : new JournalObserver(journal, workload.Name, kind.Name, settings.KeepsLog ? resumption.LogFolder : null)
        {
            Passes = () => (workload as TraceWorkload)?.Summary?.Passes,
        };

    /// <summary>Time for a workload: all that are left shall have had the same in the end, over all sessions.</summary>
    private TimeSpan ShareOf(int index, TimeSpan left)
    {
        double[] before = [.. settings.Workloads.Skip(index).Select(each => resumption.Before?.SecondsOf(each.Name) ?? 0)];
        double target = (left.TotalSeconds + before.Sum()) / before.Length;
        return TimeSpan.FromSeconds(Math.Clamp(target - before[0], 0, Math.Max(0, left.TotalSeconds)));
    }

    private static RunTotals SumOf(WorkloadTally tally, RunTotals stretch)
    {
        RunTotals sum = new();
        sum.Add(tally.Totals.Sum);
        sum.Add(stretch);
        return sum;
    }

    private void Watch(WorkloadPlan plan, WorkloadTally tally, RunTotals totals, JournalObserver? observer)
    {
        metrics.Update(plan.Workload.Name, SumOf(tally, totals));
        TimeSpan elapsed = _elapsed + TimeSpan.FromSeconds(totals.Seconds);
        string what = $"{plan.Workload.Name}, {RunPrinter.NameOf(plan.Team.Perturbation.Name)}";
        if (elapsed >= _nextStatistics)
        {
            _nextStatistics = elapsed + settings.StatInterval;
            printer.Statistics(what, elapsed, totals);
            observer?.Statistics(totals);
        }

        printer.Footer(what, elapsed, resumption.Budget - elapsed, totals);
    }
}
