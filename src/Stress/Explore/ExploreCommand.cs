using System.CommandLine;
using Harness;
using Stress.CommandLine;

namespace Stress.Explore;

/// <summary>The verb <c>explore</c>: every execution of a scenario under a memory model.</summary>
internal static class ExploreCommand
{
    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("explore", "Visit every execution of a small scenario under a memory model.");
        foreach (Option option in ExploreOptions.All)
        {
            command.Options.Add(option);
        }

        return Verb.Create(command, ExploreReportJson.Default.ExploreReport, Explore);
    }

    private static ExploreReport Explore(Invocation invocation)
    {
        ExploreOptions.CheckFit(invocation);
        ExplorePrinter printer = new(invocation.Console);
        if (invocation.Value(ExploreOptions.Replay) is string path)
        {
            ExploreResult replayed = ExploreReplay.Run(path);
            printer.Replayed(replayed);
            return Report(invocation, seed: null, [replayed]);
        }

        if (invocation.Value(ExploreOptions.Assembly) is not null)
        {
            return Report(
                invocation,
                ExploreOptions.SampleOf(invocation)?.Seed ?? invocation.Value(ExploreOptions.ShuffleSeed),
                [AssemblySearch.Run(invocation, printer)]);
        }

        ExplorePlan plan = new(invocation);
        ExploreSearch search = new(plan, printer, invocation.Cancellation);
        ExploreReport report = Report(
            invocation, plan.Options.Sample?.Seed ?? plan.Options.ShuffleSeed, [.. plan.Models.Select(search.Run)]);
        printer.End(report, plan.CommandText);
        return report;
    }

    private static ExploreReport Report(Invocation invocation, long? seed, IReadOnlyList<ExploreResult> results) =>
        new(invocation.Head(), results) { Seed = seed, Verdict = results.Select(result => result.Verdict).Worst() };
}
