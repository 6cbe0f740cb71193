using System.CommandLine;
using System.Text.Json.Nodes;
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
        if (WorkloadName.Litmus(invocation.Value(RunOptions.Workload)) is string litmus)
        {
            return invocation.Value(RunOptions.Journal) is string journal
                ? throw new UsageException(RunOptions.Journal.Name, journal, "with another workload: a litmus test has no rounds")
                : new LitmusSession(litmus, invocation).Run();
        }

        Resumption resumption = Resumption.Of(invocation);
        return Run(resumption, new RunSettings(resumption.Invocation, resumption.Session));
    }

    private static RunReport Run(Resumption resumption, RunSettings settings)
    {
        Invocation invocation = resumption.Invocation;
        using RunJournal? journal = resumption.Open(settings.Seed);
        string options = OptionsLine.Of(invocation, [.. settings.Decided, RunOptions.Journal]);
        RunPrinter printer = new(invocation.Console, options);
        printer.Start(HostInfo.Current.Cores, HostInfo.Current.Runtime);
        printer.Resumed(resumption.Before?.Report());
        ControlReport? control = null;
        if (settings.Canary is null && settings.IsAudited)
        {
            control = Control.Run(settings.Seed, settings.Perturbations, invocation.Cancellation);
            printer.Control(control);
        }

        using RunMetrics metrics = new();
        using MetricsExport? export = invocation.Value(RunOptions.Otlp) is string url ? new(new Uri(url), settings.StatInterval) : null;
        RunSession session = new(settings, printer, resumption, journal, metrics);
        session.Run(TimeSpan.FromSeconds(control?.Seconds ?? 0));
        JsonObject inForce = invocation.OptionsInForce(settings.InForce);
        if (resumption.Before is not null)
        {
            // These are the present command's.
            inForce.Remove("resume");
            inForce.Remove("json");
        }

        if (resumption.AddsTime)
        {
            inForce.Remove("timeBudget");
        }

        RunReport report = session.Report(control) with
        {
            Seed = invocation.Value(RunOptions.Seed),
            Options = inForce,
            ResumedFrom = resumption.Before?.Report(),
            Replay = $"stress run {options}",
        };
        journal?.End(report.Verdict, report.Reason);
        printer.Journal(resumption.Folder, journal?.Failure);
        if (export?.TryFinish() == false)
        {
            printer.NoCollector(export.Url);
        }

        if (settings.KeepsLog && report.Totals.Violations > 0)
        {
            printer.Log(resumption.LogFolder);
        }

        printer.End(report);
        return report;
    }
}
