using Harness.Processors;
using Harness.Teams;
using Runs.Auditing;
using Runs.Journal;
using Runs.Judging;
using Runs.Reports;
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
    /// <summary>Time of a stretch that shall let readers and writers meet: a thousandth of it is enough.</summary>
    private static readonly TimeSpan s_spread = TimeSpan.FromSeconds(1);

    private readonly List<WorkloadTally> _tallies =
        [.. plan.Workloads.Select(workload => new WorkloadTally(workload, plan.Seed, resumption.Before))];
    private readonly Dictionary<(string Workload, string Kind), JournalObserver> _observers = [];
    private readonly List<CycleReport> _cycles = [];
    private TimeSpan _elapsed;
    private TimeSpan _nextStatistics = plan.StatInterval;

    /// <summary>Runs the planned workloads in turn, in as many cycles as the time has room for.</summary>
    /// <param name="used">Time that the control run took.</param>
    public void Run(TimeSpan used)
    {
        // The time of a resumption is its workloads': a short one would be nothing but its control run.
        TimeSpan left = resumption.Before is null ? resumption.Budget - used : resumption.Budget;
        if (plan.StopsAtViolation && resumption.Before?.Violations.Count > 0)
        {
            return;
        }

        RunCycles(left);
        if (plan.Canary is null && !MustStop)
        {
            for (int kind = 0; kind < plan.Perturbations.Count; kind++)
            {
                SpreadIfNobodyMet(kind);
            }
        }
    }

    private bool MustStop => resumption.Invocation.Cancellation.IsCancellationRequested
        || _tallies.Exists(tally => tally.IsStuck || (plan.StopsAtViolation && tally.Totals.Sum.Violations > 0));

    private void RunCycles(TimeSpan left)
    {
        int cycles = plan.CyclesOf(left);
        for (int cycle = 0; cycle < cycles; cycle++)
        {
            TimeSpan before = _elapsed;
            bool isEnding = !RunCycle((left - _elapsed) / (cycles - cycle));
            if (_elapsed == before)
            {
                return; // Every workload has its sections.
            }

            _cycles.Add(new CycleReport((_elapsed - before).TotalSeconds, ResidentBytes()));
            if (isEnding)
            {
                return;
            }

            if (cycles > 1)
            {
                printer.Cycle(cycle + 1, cycles, _elapsed, _cycles[^1]);
            }
        }
    }

    /// <summary>Sums up.</summary>
    /// <param name="control">The control run, if there was one.</param>
    /// <param name="calibration">What this machine can show, if that was tried.</param>
    public RunReport Report(ControlReport? control, Calibration? calibration)
    {
        PerturbedTotals totals = new();
        WorkloadTally[] tallies = [.. _tallies.Where(tally => tally.Totals.Parts.Count > 0)];
        Array.ForEach(tallies, tally => totals.Add(tally.Totals));
        Judgement judgement = plan.Canary is null
            ? Judgement.OfRun(plan.Scheme, totals, control, tallies.Any(tally => tally.IsStuck)).Stating(calibration)
            : Judgement.OfCanary(totals.Sum, plan.Canary.Name);
        foreach (WorkloadTally tally in tallies)
        {
            judgement = tally.Workload.Trace is { } trace ? judgement.Noting(trace, tally.Workload.Orders) : judgement;
        }

        IReadOnlyList<WorkloadReport> workloads = [.. tallies.Select(tally => tally.Report())];
        PerturbationReport sum = PerturbationReport.Of(totals.Sum);
        return new RunReport(resumption.Head(plan.InForce))
        {
            Seed = plan.GivenSeed,
            Verdict = judgement.Verdict,
            Reason = judgement.Reason,
            Control = control,
            Calibration = calibration?.Entries ?? [],
            Totals = sum.Totals,
            Rates = sum.Rates,
            ReaderRetries = sum.ReaderRetries,
            WriterWait = sum.WriterWait,
            ByPerturbation = PerturbationReport.Of(totals),
            Violations =
            [
                .. (resumption.Before?.Violations ?? []).Concat(tallies.SelectMany(tally => tally.Violations))
                    .Take(ViolationList.MaxKept),
            ],
            Workloads = workloads,
            Cycles = _cycles,
            Passes = workloads.SingleOrDefault(each => each.Trace is not null)?.Passes,
            Trace = workloads.SingleOrDefault(each => each.Trace is not null)?.Trace,
            ResumedFrom = resumption.Before?.Report(),
            Replay = $"stress run {plan.OptionsText}",
        };
    }

    /// <summary>
    /// The resident set without garbage: of what the collector has not given back, a run of thirty minutes had from
    /// 196 to 332 MiB, in no order.
    /// </summary>
    private static long ResidentBytes()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet;
    }

    /// <summary>Runs every workload once.</summary>
    /// <returns>Whether the run goes on behind it.</returns>
    private bool RunCycle(TimeSpan left)
    {
        for (int index = 0; index < _tallies.Count; index++)
        {
            TimeSpan before = _elapsed;
            if (resumption.Invocation.Cancellation.IsCancellationRequested
                || !Run(_tallies[index], ShareOf(index, left)))
            {
                return false;
            }

            left -= _elapsed - before;
        }

        return true;
    }

    /// <summary>Runs a workload in this cycle.</summary>
    /// <param name="tally">Where its figures go.</param>
    /// <param name="share">Its time.</param>
    /// <returns>Whether the run goes on behind it.</returns>
    private bool Run(WorkloadTally tally, TimeSpan share)
    {
        IReadOnlyList<Perturbation> kinds = plan.Perturbations;
        int stretches = kinds.Count * TurnsOf(tally.Workload, share);
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            int kind = stretch % kinds.Count;
            WorkloadPlan next = plan.Plan(
                tally.Workload, kind, tally.Stretches, share / (stretches - stretch),
                tally.Totals.Of(kinds[kind].Name).Sections);
            if (next.Team.Operations <= 0 || (resumption.Before is not null && share <= TimeSpan.Zero))
            {
                continue;
            }

            share -= RunStretch(next, tally, kinds[kind]);
            if (MustStop)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A busy machine may leave the threads of a short run one processor, where a reader meets a writer only if that is
    /// stopped inside a section. If none has met under a kind of perturbation, one more stretch follows, with the
    /// threads spread over the processors.
    /// </summary>
    private void SpreadIfNobodyMet(int kind)
    {
        Perturbation perturbation = plan.Perturbations[kind];
        RunTotals seen = new();
        _tallies.ForEach(tally => seen.Add(tally.Totals.Of(perturbation.Name)));
        WorkloadTally last = _tallies[^1];
        WorkloadPlan next = plan.Plan(last.Workload, kind, last.Stretches, s_spread, seen.Sections);
        bool isFree = next.Team.Affinity.Processors.Count == 0 && !(next.Team.Operations <= 0);
        if (isFree && last.Workload.Trace is null && Judgement.NobodyMet(seen) && !MustStop)
        {
            RunStretch(next with { Team = next.Team with { Affinity = Affinity.Spread() } }, last, perturbation);
        }
    }

    /// <summary>How often each kind of perturbation comes. A trace is not cut: its passes may be long.</summary>
    private int TurnsOf(PlannedWorkload workload, TimeSpan share) => workload.Trace is not null
        ? 1
        : Math.Max(1, (int)Math.Ceiling(share / (plan.LongestStretch * plan.Perturbations.Count)));

    /// <returns>The time that it took.</returns>
    private TimeSpan RunStretch(WorkloadPlan stretch, WorkloadTally tally, Perturbation kind)
    {
        JournalObserver? observer = ObserverOf(tally.Workload, kind);
        WorkloadResult result = new WorkloadRunner(
            stretch, totals => Watch(stretch, tally, totals, observer),
            resumption.Invocation.Cancellation)
        { Observer = observer }.Run();
        observer?.EndStretch(result.Totals);
        tally.Add(kind, result);
        metrics.Update(tally.Workload.Name, RunTotals.SumOf(tally.Totals.Sum, new RunTotals()));
        TimeSpan elapsed = TimeSpan.FromSeconds(result.Totals.Seconds);
        _elapsed += elapsed;
        return elapsed;
    }

    /// <summary>One for all stretches of a workload under a kind, because its lines are sums.</summary>
    private JournalObserver? ObserverOf(PlannedWorkload workload, Perturbation kind)
    {
        if (!_observers.TryGetValue((workload.Name, kind.Name), out JournalObserver? observer) && journal is not null)
        {
            observer = new JournalObserver(
                journal, workload.Name, kind.Name, plan.KeepsLog ? resumption.LogFolder : null)
            {
                Passes = () => workload.Trace?.Summary?.Passes,
            };
            _observers.Add((workload.Name, kind.Name), observer);
        }

        return observer;
    }

    /// <summary>
    /// Time for a workload in a cycle: all that are left in it shall have had the same in the end, over all sessions.
    /// </summary>
    private TimeSpan ShareOf(int index, TimeSpan left)
    {
        double[] before = [.. _tallies.Skip(index).Select(tally => tally.Totals.Sum.Seconds)];
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
