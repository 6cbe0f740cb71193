using System.CommandLine;
using Stress.CommandLine;
using Stress.Reporting;

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
            return new LitmusSession(litmus, invocation).Run();
        }

        RunSettings settings = new(invocation);
        string options = OptionsLine.Of(invocation, settings.Decided);
        RunPrinter printer = new(invocation.Console, options);
        printer.Start(HostInfo.Current.Cores, HostInfo.Current.Runtime);
        ControlReport? control = null;
        if (settings.Canary is null && settings.IsAudited)
        {
            control = Control.Run(settings.Seed, invocation.Cancellation);
            printer.Control(control);
        }

        RunSession session = new(settings, printer, invocation);
        session.Run(TimeSpan.FromSeconds(control?.Seconds ?? 0));
        RunReport report = session.Report(control) with { Seed = settings.Seed, Options = settings.InForce, Replay = $"stress run {options}" };
        printer.End(report);
        return report;
    }
}
