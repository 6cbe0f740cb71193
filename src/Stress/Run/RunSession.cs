using Harness.Teams;
using Runs.Auditing;
using Runs.Journal;
using Runs.Judging;
using Runs.Totals;
using Runs.Workloads;
using Stress.Run.Metrics;

namespace Stress.Run;

/// <summary>
/// Runs the workloads of a run, one after the other, each in stretches of the kinds of perturbation in turn, and sums
/// up.
/// </summary>
/// <param name="plan">What is asked for.</param>
/// <param name="printer">Where people read.</param>
/// <param name="resumption">What it goes on with.</param>
/// <param name="journal">Where lines go while it runs; null for nowhere.</param>
/// <param name="metrics">Where figures go while it runs.</param>
internal sealed class RunSession(
    RunPlan plan, RunPrinter printer, Resumption resumption, RunJournal? journal, RunMetrics metrics)
{
    private readonly List<WorkloadTally> _tallies = [];
    private TimeSpan _elapsed;
    private TimeSpan _nextStatistics = plan.StatInterval;

    /// <summary>Runs them.</summary>
    /// <param name="used">Time that the control run took.</param>
    public void Run(TimeSpan used)
    {
        // The time of a resumption is its workloads': a short one would be nothing but its control run.
        TimeSpan left = resumption.Before is null ? resumption.Budget - used : resumption.Budget;
        bool isEnding = plan.StopsAtViolation && resumption.Before?.Violations.Count > 0;
        for (int index = 0; index < plan.Workloads.Count; index++)
        {
            PlannedWorkload workload = plan.Workloads[index];
            WorkloadTally tally = new(workload, plan.Seed, resumption.Before);
            double before = tally.Totals.Sum.Seconds;
            isEnding = isEnding || resumption.Invocation.Cancellation.IsCancellationRequested
                || !Run(tally, ShareOf(index, left));
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
        Judgement judgement = plan.Canary is null
            ? Judgement.OfRun(plan.Scheme, totals, control, _tallies.Exists(tally => tally.IsStuck))
            : Judgement.OfCanary(totals.Sum, plan.Canary.Name);
        foreach (WorkloadTally tally in _tallies)
        {
            judgement = tally.Workload.Trace is { } trace ? judgement.Noting(trace, tally.Workload.Order) : judgement;
        }

        IReadOnlyList<WorkloadReport> workloads = [.. _tallies.Select(tally => tally.Report())];
        PerturbationReport sum = PerturbationReport.Of(totals.Sum);
        return new RunReport(resumption.Head(plan.InForce))
        {
            Seed = plan.GivenSeed,
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
                .. (resumption.Before?.Violations ?? []).Concat(_tallies.SelectMany(tally => tally.Violations))
                    .Take(ViolationList.MaxKept),
            ],
            Workloads = workloads,
            Passes = workloads.SingleOrDefault(each => each.Trace is not null)?.Passes,
            Trace = workloads.SingleOrDefault(each => each.Trace is not null)?.Trace,
            ResumedFrom = resumption.Before?.Report(),
            Replay = $"stress run {plan.OptionsText}",
        };
    }

    /// <summary>Runs a workload.</summary>
    /// <param name="tally">Where its figures go.</param>
    /// <param name="share">Its time in this session.</param>
    /// <returns>Whether the run goes on behind it.</returns>
    private bool Run(WorkloadTally tally, TimeSpan share)
    {
        IReadOnlyList<Perturbation> kinds = plan.Perturbations;
        JournalObserver?[] observers = [.. kinds.Select(kind => ObserverOf(tally.Workload, kind))];
        int stretches = kinds.Count * TurnsOf(tally.Workload, share);
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            int kind = stretch % kinds.Count;
            WorkloadPlan next = plan.Plan(
                tally.Workload, kind, stretch, share / (stretches - stretch),
                tally.Totals.Of(kinds[kind].Name).Sections);
            if (next.Team.Operations <= 0 || (resumption.Before is not null && share <= TimeSpan.Zero))
            {
                continue;
            }

            WorkloadResult result = RunStretch(next, tally, observers[kind]);
            tally.Add(kinds[kind], result);
            metrics.Update(tally.Workload.Name, RunTotals.SumOf(tally.Totals.Sum, new RunTotals()));
            share -= TimeSpan.FromSeconds(result.Totals.Seconds);
            _elapsed += TimeSpan.FromSeconds(result.Totals.Seconds);
            if (tally.IsStuck
                || (plan.StopsAtViolation && tally.Totals.Sum.Violations > 0)
                || resumption.Invocation.Cancellation.IsCancellationRequested)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often each kind of perturbation comes. A trace is not cut: its passes may be long.</summary>
    private int TurnsOf(PlannedWorkload workload, TimeSpan share) => workload.Trace is not null
        ? 1
        : Math.Max(1, (int)Math.Ceiling(share / (plan.LongestStretch * plan.Perturbations.Count)));

    private WorkloadResult RunStretch(WorkloadPlan stretch, WorkloadTally tally, JournalObserver? observer)
    {
        WorkloadResult result = new WorkloadRunner(
            stretch, totals => Watch(stretch, tally, totals, observer),
            resumption.Invocation.Cancellation)
        { Observer = observer }.Run();
        observer?.EndStretch(result.Totals);
        return result;
    }

    private JournalObserver? ObserverOf(PlannedWorkload workload, Perturbation kind) => journal is null
        ? null
        : new JournalObserver(journal, workload.Name, kind.Name, plan.KeepsLog ? resumption.LogFolder : null)
        {
            Passes = () => workload.Trace?.Summary?.Passes,
        };

    /// <summary>Time for a workload: all that are left shall have had the same in the end, over all sessions.</summary>
    private TimeSpan ShareOf(int index, TimeSpan left)
    {
        double[] before = [.. plan.Workloads.Skip(index).Select(each => resumption.Before?.SecondsOf(each.Name) ?? 0)];
        double target = (left.TotalSeconds + before.Sum()) / before.Length;
        return TimeSpan.FromSeconds(Math.Clamp(target - before[0], 0, Math.Max(0, left.TotalSeconds)));
    }

    private void Watch(WorkloadPlan stretch, WorkloadTally tally, RunTotals totals, JournalObserver? observer)
    {
        metrics.Update(stretch.Workload.Name, RunTotals.SumOf(tally.Totals.Sum, totals));
        TimeSpan elapsed = _elapsed + TimeSpan.FromSeconds(totals.Seconds);
        string what = $"{stretch.Workload.Name}, {RunPrinter.NameOf(stretch.Team.Perturbation.Name)}";
        if (elapsed >= _nextStatistics)
        {
            _nextStatistics = elapsed + plan.StatInterval;
            printer.Statistics(what, elapsed, totals);
            observer?.Statistics(totals);
        }

        printer.Footer(what, elapsed, resumption.Budget - elapsed, totals);
    }
}
