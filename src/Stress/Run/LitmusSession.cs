using System.CommandLine;
using Exploration;
using Harness;
using Harness.Hosts;
using Harness.Processors;
using Harness.Sweeps;
using Harness.Teams;
using Runs.Judging;
using Runs.Reports;
using Runs.Totals;
using Spectre.Console;
using Stress.CommandLine;
using Stress.Litmus;

namespace Stress.Run;

/// <summary>A run of a litmus test: control, test, table, report.</summary>
/// <param name="test">Name of the test.</param>
/// <param name="invocation">Time, processors, where people read.</param>
internal sealed class LitmusSession(string test, Invocation invocation)
{
    private static readonly TimeSpan ControlBudget = TimeSpan.FromSeconds(1);

    /// <summary>The others are about the tracker.</summary>
    private static readonly Option[] Heeded = [RunOptions.Workload, RunOptions.TimeBudget, RunOptions.Seed, RunOptions.Affinity];

    /// <summary>Runs it.</summary>
    /// <exception cref="UsageException">An option is about the tracker, which a litmus test does without.</exception>
    public RunReport Run()
    {
        RefuseUnheeded();
        string options = OptionsLine.Of(invocation, [.. RunOptions.All.Except(Heeded)]);
        RunPrinter printer = new(invocation.Console, options);
        printer.Start(HostInfo.Current.Cores, HostInfo.Current.Runtime);
        Affinity affinity = invocation.Value(RunOptions.Affinity).Resolve();
        LitmusReport control = LitmusRun.Run(LitmusRun.Control, ControlBudget, affinity, invocation.Cancellation);
        printer.LitmusControl(control);
        LitmusReport report = LitmusRun.Run(test, invocation.Value(RunOptions.TimeBudget) - ControlBudget, affinity, invocation.Cancellation);
        invocation.Console.Write(Table(report));
        (Verdict verdict, string reason) = LitmusRun.Judge(report, control);
        RunTotals totals = new();
        RunReport run = new()
        {
            Verdict = verdict,
            Reason = reason,
            Control = ControlOf(control),
            Totals = TotalsReport.Of(totals) with { Violations = report.Count(OutcomeGrade.Forbidden) },
            Rates = RatesReport.Of(totals),
            ReaderRetries = RetriesReport.Of(totals),
            WriterWait = WaitReport.Of(totals),
            Violations = [.. report.Outcomes.Where(outcome => outcome.Grade == OutcomeGrade.Forbidden).Select(ViolationOf)],
            Workloads = [],
            Litmus = report,
            Seed = invocation.Value(RunOptions.Seed),
            Replay = $"stress run {options}",
        };
        printer.Verdict(run);
        return run;
    }

    private void RefuseUnheeded()
    {
        if (RunOptions.All.Except(Heeded).FirstOrDefault(invocation.IsGiven) is Option option)
        {
            throw new UsageException($"{option.Name} is not accepted with --workload litmus:{test}; accepted beside it: "
                + string.Join(", ", Heeded[1..].Select(each => each.Name)));
        }
    }

    private static ControlReport ControlOf(LitmusReport control) =>
        new($"litmus:{control.Test}", control.Count(OutcomeGrade.Interesting), control.Seconds);

    private ViolationReport ViolationOf(SweptOutcome outcome) =>
        new($"litmus:{test}", Perturbation.Bare.Name, "litmus", "an outcome that some model allows", $"{outcome.Outcome}, {outcome.Samples} times", null, invocation.Value(RunOptions.Seed));

    private static Table Table(LitmusReport report)
    {
        Table table = new();
        table.Border(TableBorder.Simple);
        table.AddColumn("outcome");
        table.AddColumn(new TableColumn("samples").RightAligned());
        table.AddColumn(new TableColumn("share").RightAligned());
        table.AddColumn("grade");
        table.AddColumn("reachable under");
        foreach (SweptOutcome outcome in report.Outcomes)
        {
            table.AddRow(
                Markup.Escape(outcome.Outcome),
                $"{outcome.Samples:N0}",
                $"{100.0 * outcome.Samples / Math.Max(1, report.Samples):0.0000} %",
                outcome.Grade == OutcomeGrade.Forbidden ? "FORBIDDEN" : outcome.Grade.ToString().ToLowerInvariant(),
                outcome.ReachableUnder ?? (outcome.Grade == OutcomeGrade.Forbidden ? "none" : "not known"));
        }

        return table;
    }
}
