using System.CommandLine;
using Stress.CommandLine;

namespace Stress.Litmus;

/// <summary>The verb <c>litmus</c>: litmus tests on real threads, graded by what the memory models allow.</summary>
internal static class LitmusCommand
{
    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("litmus",
            "Run litmus tests on real threads and grade what they show by the memory models.");
        foreach (Option option in LitmusOptions.All)
        {
            command.Options.Add(option);
        }

        return Verb.Create(command, LitmusReportJson.Default.LitmusReport, Run);
    }

    private static LitmusReport Run(Invocation invocation)
    {
        LitmusPlan plan = LitmusPlan.Of(invocation);
        LitmusPrinter printer = new(invocation.Console);
        LitmusSession session = LitmusSession.Run(plan, printer, invocation.Cancellation);
        printer.End(session, plan);
        return new LitmusReport(invocation.Head())
        {
            Verdict = session.Verdict,
            Reason = session.Reason,
            Control = session.Control,
            Results = session.Results,
            Replay = plan.CommandText,
        };
    }
}
