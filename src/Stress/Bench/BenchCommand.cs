using System.CommandLine;
using Harness;
using Stress.Bench.Accuracy;
using Stress.Bench.Cases;
using Stress.Bench.Footprint;
using Stress.Bench.Ratios;
using Stress.Bench.Report;
using Stress.CommandLine;

namespace Stress.Bench;

/// <summary>The verb <c>bench</c>: what each scheme costs, how it scales, and what it gets wrong.</summary>
internal static class BenchCommand
{
    /// <summary>The directory of <c>--out</c> is called so in a report: its real name says something about one machine only.</summary>
    private const string PlaceOfReports = "out";

    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("bench", "Measure what tracking costs, how it scales, and what the alternatives get wrong.");
        foreach (Option option in BenchOptions.All)
        {
            command.Options.Add(option);
        }

        return Verb.Create(command, BenchReportJson.Default.BenchReport, Measure);
    }

    private static BenchReport Measure(Invocation invocation)
    {
        IReadOnlyList<string> parts = invocation.Value(BenchOptions.Parts);
        ReportFolder? folder = invocation.Value(BenchOptions.Out) is string path ? ReportFolder.Create(path) : null;
        BenchScheme[] schemes = ChosenSchemes(invocation);
        IReadOnlyList<BenchCase> cases = parts.Contains(BenchPart.Throughput) ? Cases(invocation, schemes) : [];
        BenchPrinter printer = new(invocation.Console);
        BenchReport report = new() { Verdict = Verdict.Pass };
        if (cases.Count > 0)
        {
            Sweep sweep = new(cases, invocation.Value(BenchOptions.Repeat), invocation.Value(BenchOptions.TimeBudget));
            IReadOnlyList<(BenchRow Row, DetailRow Detail)> results = sweep.Run(invocation.Cancellation);
            report = report with { Rows = [.. results.Select(each => each.Row)], Details = [.. results.Select(each => each.Detail)] };
            printer.Rows(report);
        }

        if (parts.Contains(BenchPart.Ratios) && !invocation.Cancellation.IsCancellationRequested)
        {
            RatioChoice choice = new(schemes, invocation.Value(BenchOptions.Patterns));
            using RatioTable table = new(choice, invocation.Value(BenchOptions.TimeBudget));
            report = report with { Hardware = [.. table.Hardware()] };
            RunRates rates = new(invocation.Value(BenchOptions.TimeBudget) / 4, invocation.Cancellation);
            report = report with { Ratios = [.. table.Uncontended(), .. table.TwoThreads(), .. choice.HasTracker ? rates.Measure() : []] };
            printer.Ratios(report);
        }

        if (parts.Contains(BenchPart.Accuracy))
        {
            report = report with { Accuracy = AccuracyTable.Count(schemes, invocation.Cancellation) };
            printer.Accuracy(report);
        }

        if (parts.Contains(BenchPart.Memory) && !invocation.Cancellation.IsCancellationRequested)
        {
            report = report with { Memory = MemoryTable.Measure(schemes, [2, 5, 9, 10, 12, 15]) };
            printer.Memory(report);
        }

        if (folder is not null && !invocation.Cancellation.IsCancellationRequested)
        {
            report = report with { Audit = AuditedRun.Run(schemes, invocation.Value(BenchOptions.Orders)[0], invocation.Cancellation) };
        }

        // A bench that was interrupted has figures, but not those that were asked for.
        report = report with { Verdict = invocation.Cancellation.IsCancellationRequested ? Verdict.Inconclusive : Verdict.Pass };
        folder?.Write(invocation.Complete(report), Given(invocation), invocation.Console);
        return report;
    }

    private static string Given(Invocation invocation) => string.Join(' ', BenchOptions.All.Where(invocation.IsGiven).Select(option =>
        option == BenchOptions.Out ? $"{option.Name} {PlaceOfReports}" : invocation.Describe(option)));

    private static BenchScheme[] ChosenSchemes(Invocation invocation)
    {
        IReadOnlyList<string> names = invocation.Value(BenchOptions.Schemes);
        IReadOnlyList<string> protocols = invocation.Value(BenchOptions.Protocols);
        BenchScheme[] chosen =
        [
            .. from scheme in BenchSchemes.All
               where names.Contains(scheme.Name)
               where protocols.Contains(scheme.Protocol) || BenchSchemes.All.Count(other => other.Name == scheme.Name) == 1
               select scheme,
        ];
        return chosen.Length > 0
            ? chosen
            : throw new UsageException("--protocols", string.Join(',', protocols), "one that a chosen scheme has");
    }

    private static IReadOnlyList<BenchCase> Cases(Invocation invocation, IReadOnlyList<BenchScheme> schemes) =>
    [
        .. from name in invocation.Value(BenchOptions.Patterns)
           let pattern = Pattern.All.Single(each => each.Name == name)
           from order in invocation.Value(BenchOptions.Orders)
           from threads in invocation.Value(BenchOptions.Threads) ?? BenchOptions.DefaultThreads()
           from scheme in schemes
           where pattern.Suits(scheme)
           select new BenchCase(scheme, pattern, order, threads),
    ];
}
