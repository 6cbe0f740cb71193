using System.CommandLine;
using Exploration;
using Harness.Sweeps;
using Harness.Teams;
using Runs.Reports;
using Stress.CommandLine;
using Stress.Litmus;

namespace Stress.Run;

/// <summary>
/// <c>run --workload litmus:NAME</c>, from before there was a verb <c>litmus</c>: it stays for scripts, and is in no
/// help text.
/// </summary>
internal static class LitmusAlias
{
    /// <summary>The others are about the tracker.</summary>
    private static readonly Option[] Heeded = [RunOptions.Workload, RunOptions.TimeBudget, RunOptions.Affinity];

    /// <summary>Runs a test as <c>litmus</c> does, and reports it as <c>run</c>.</summary>
    /// <exception cref="UsageException">An option is about the tracker, which a litmus test does without.</exception>
    public static RunReport Run(string test, Invocation invocation)
    {
        invocation.RefuseBeside($"--workload {WorkloadName.LitmusPrefix}{test}", Heeded);
        LitmusPlan plan = new(
            [test],
            invocation.Value(RunOptions.TimeBudget),
            invocation.Value(RunOptions.Affinity).Resolve(),
            string.Join(' ', ["stress run", .. Heeded.Where(invocation.IsGiven).Select(invocation.Describe)]));
        LitmusPrinter printer = new(invocation.Console);
        LitmusSession session = LitmusSession.Run(plan, printer, invocation.Cancellation);
        printer.End(session, plan);
        LitmusSweep seen = session.Results[0].Seen;
        return RunReport.OfSweep(
            invocation.Head(), session, seen, plan.CommandText, seen.Count(OutcomeGrade.Forbidden),
            [.. seen.Outcomes.Where(outcome => outcome.Grade == OutcomeGrade.Forbidden)
                .Select(each => ViolationOf(test, each))]);
    }

    private static ViolationReport ViolationOf(string test, SweptOutcome outcome) => new(
        WorkloadName.LitmusPrefix + test,
        Perturbation.Bare.Name,
        "litmus",
        "an outcome that some model allows",
        $"{outcome.Outcome}, {outcome.Samples} times",
        Stamp: null,
        Seed: 0);
}
