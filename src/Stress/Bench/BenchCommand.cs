using System.CommandLine;
using System.Diagnostics;
using Harness;
using Harness.Hosts;
using Harness.Processors;
using Stress.Bench.Accuracy;
using Stress.Bench.Footprint;
using Stress.Bench.Ratios;
using Stress.Bench.Report;
using Stress.CommandLine;

namespace Stress.Bench;

/// <summary>The verb <c>bench</c>: what each scheme costs, how it scales, and what it gets wrong.</summary>
internal static class BenchCommand
{
    /// <summary>The orders at which some scheme's layout changes, and the largest.</summary>
    private static readonly int[] OrdersOfMemory = [2, 5, 9, 10, 12, 15];

    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("bench",
            "Measure what tracking costs, how it scales, and what the alternatives get wrong.");
        foreach (Option option in BenchOptions.All)
        {
            command.Options.Add(option);
        }

        return Verb.Create(command, BenchReportJson.Default.BenchReport, Measure);
    }

    private static BenchReport Measure(Invocation invocation)
    {
        BenchPlan plan = new(invocation);
        BenchPrinter printer = new(invocation.Console);
        CancellationToken cancellation = invocation.Cancellation;
        SharedMachine machine = new(MachineUse.SystemFile, Topology.SystemFolder, Environment.CpuUsage.TotalTime);
        Stopwatch clock = Stopwatch.StartNew();
        IReadOnlyList<(BenchRow Row, DetailRow Detail)> results = Throughput(plan, printer, cancellation);
        (IReadOnlyList<RatioRow> ratios, IReadOnlyList<HardwareRow> hardware) = Ratios(plan, printer, cancellation);
        IReadOnlyList<AccuracyRow> accuracy = Accuracy(plan, printer, cancellation);
        IReadOnlyList<MemoryRow> memory = Memory(plan, printer, cancellation);
        IReadOnlyList<AuditRow> audit = plan.Folder is not null && !cancellation.IsCancellationRequested
            ? AuditedRun.Run(plan.Schemes, plan.Orders[0], cancellation)
            : [];
        IReadOnlyList<string> warnings =
            machine.Warnings(Environment.CpuUsage.TotalTime, clock.Elapsed, Environment.ProcessorCount);
        printer.Warnings(warnings);
        Comparison? comparison = plan.Earlier?.Compare(results, ratios);
        printer.Against(comparison);
        BenchReport report = new(invocation.Head())
        {
            Verdict = Conclude(comparison, cancellation.IsCancellationRequested),
            Rows = [.. results.Select(each => each.Row)],
            Details = [.. results.Select(each => each.Detail)],
            Ratios = ratios,
            Hardware = hardware,
            Accuracy = accuracy,
            Audit = audit,
            Memory = memory,
            Warnings = warnings,
            Against = comparison,
        };
        plan.Folder?.Write(report, plan.Given, invocation.Console);
        return report;
    }

    private static IReadOnlyList<(BenchRow Row, DetailRow Detail)> Throughput(
        BenchPlan plan, BenchPrinter printer, CancellationToken cancellation)
    {
        if (!plan.Parts.Contains(BenchPart.Throughput) || plan.Cases() is not { Count: > 0 } cases)
        {
            return [];
        }

        IReadOnlyList<(BenchRow Row, DetailRow Detail)> results =
            new Sweep(cases, plan.Repeat, plan.Budget, plan.Processors).Run(cancellation);
        printer.Rows([.. results.Select(each => each.Row)]);
        return results;
    }

    private static (IReadOnlyList<RatioRow> Ratios, IReadOnlyList<HardwareRow> Hardware) Ratios(
        BenchPlan plan, BenchPrinter printer, CancellationToken cancellation)
    {
        if (!plan.Parts.Contains(BenchPart.Ratios) || cancellation.IsCancellationRequested)
        {
            return ([], []);
        }

        RatioChoice choice = new(plan.Schemes, plan.Patterns);
        using RatioTable table = new(choice, plan.Budget);
        HardwareRow[] hardware = [.. table.Hardware()];
        RunRates rates = new(plan.Budget / 4, cancellation);
        RatioRow[] ratios = [.. table.Uncontended(), .. table.TwoThreads(),
            .. choice.HasTracker ? rates.Measure() : []];
        printer.Ratios(ratios, hardware);
        return (ratios, hardware);
    }

    private static IReadOnlyList<AccuracyRow> Accuracy(BenchPlan plan, BenchPrinter printer,
        CancellationToken cancellation)
    {
        if (!plan.Parts.Contains(BenchPart.Accuracy))
        {
            return [];
        }

        IReadOnlyList<AccuracyRow> rows = AccuracyTable.Count(plan.Schemes, cancellation);
        printer.Accuracy(rows);
        return rows;
    }

    private static IReadOnlyList<MemoryRow> Memory(BenchPlan plan, BenchPrinter printer, CancellationToken cancellation)
    {
        if (!plan.Parts.Contains(BenchPart.Memory) || cancellation.IsCancellationRequested)
        {
            return [];
        }

        IReadOnlyList<MemoryRow> rows = MemoryTable.Measure(plan.Schemes, OrdersOfMemory);
        printer.Memory(rows);
        return rows;
    }

    /// <summary>A bench that was interrupted has figures, but not those that were asked for.</summary>
    private static Verdict Conclude(Comparison? comparison, bool isInterrupted) =>
        comparison?.Regressions.Count > 0 ? Verdict.Violation
        : isInterrupted || comparison?.Compared == 0 ? Verdict.Inconclusive
        : Verdict.Pass;
}
