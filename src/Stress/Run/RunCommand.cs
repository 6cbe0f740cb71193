using System.CommandLine;
using Harness.Hosts;
using Runs.Journal;
using Runs.Judging;
using Stress.CommandLine;
using Stress.Run.Metrics;

namespace Stress.Run;

/// <summary>The verb <c>run</c>: real threads, every accepted snapshot audited.</summary>
internal static class RunCommand
{
    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("run", "Run the tracker on real threads and compare everything seen with the truth.");
        foreach (Option option in RunOptions.All)
        {
            command.Options.Add(option);
        }

        return Verb.Create(command, RunReportJson.Default.RunReport, Run);
    }

    private static RunReport Run(Invocation invocation)
    {
        if (WorkloadName.Litmus(invocation.Value(RunOptions.Workload)) is string test)
        {
            return LitmusAlias.Run(test, invocation);
        }

        if (invocation.Value(RunOptions.Assembly) is string assembly)
        {
            return AssemblyRun.Run(assembly, invocation);
        }

        invocation.RefuseWithout(RunOptions.Assembly, [RunOptions.Class]);
        Resumption resumption = Resumption.Of(invocation);
        return Run(resumption, new RunPlan(resumption.Invocation, resumption.Session));
    }

    private static RunReport Run(Resumption resumption, RunPlan plan)
    {
        using RunJournal? journal = resumption.Open(plan.Seed);
        RunPrinter printer = new(resumption.Invocation.Console, plan.OptionsText);
        printer.Start(HostInfo.Current.Cores, HostInfo.Current.Runtime);
        printer.Resumed(resumption.Before?.Report());
        ControlReport? control = null;
        Calibration? calibration = null;
        if (plan.Canary is null && plan.IsAudited)
        {
            control = Control.Run(plan.Seed, plan.Perturbations, resumption.Invocation.Cancellation);
            printer.Control(control);
            calibration = Calibrate(resumption, plan, control, printer);
        }

        using RunMetrics metrics = new();
        using MetricsExport? export = plan.Collector is Uri url ? new(url, plan.StatInterval) : null;
        RunSession session = new(plan, printer, resumption, journal, metrics);
        session.Run(plan.Calibrates ? TimeSpan.Zero : calibration?.Time ?? TimeSpan.Zero);
        RunReport report = session.Report(control, calibration);
        journal?.End(report.Verdict, report.Reason);
        printer.Journal(resumption.Folder, journal?.Failure);
        if (export?.TryFinish() == false)
        {
            printer.NoCollector(export.Url);
        }

        if (plan.KeepsLog && report.Totals.Violations > 0)
        {
            printer.Log(resumption.LogFolder);
        }

        printer.End(report);
        return report;
    }

    private static Calibration Calibrate(Resumption resumption, RunPlan plan, ControlReport control, RunPrinter printer)
    {
        CancellationToken cancellation = resumption.Invocation.Cancellation;
        if (!plan.Calibrates)
        {
            return Calibration.Brief(plan.Seed, plan.Perturbations, control, resumption.Budget, cancellation);
        }

        Calibration calibration = Calibration.Full(plan.Seed, plan.Perturbations, printer.Calibrating, cancellation);
        printer.Calibration(calibration);
        return calibration;
    }
}
