using System.Globalization;
using Spectre.Console;
using Stress.Bench.Accuracy;
using Stress.Bench.Footprint;
using Stress.Bench.Ratios;
using Stress.Bench.Report;

namespace Stress.Bench;

/// <summary>Writes the tables for people.</summary>
/// <param name="console">Where they read.</param>
internal sealed class BenchPrinter(IAnsiConsole console)
{
    /// <summary>Throughput: a table for each pattern and order, a column for each number of threads.</summary>
    public void Rows(IReadOnlyList<BenchRow> rows)
    {
        foreach (var group in rows.GroupBy(row => (row.Pattern, row.Order)))
        {
            int[] threads = [.. group.Select(row => row.Threads).Distinct()];
            Table table =
                New($"{group.Key.Pattern}, order {group.Key.Order}: million operations a second (spread)", "scheme");
            foreach (int count in threads)
            {
                table.AddColumn(new TableColumn(Threads(count)).RightAligned());
            }

            foreach (var scheme in group.GroupBy(row => $"{row.Scheme}/{row.Protocol}"))
            {
                table.AddRow([scheme.Key,
                    .. scheme.Select(row => Text($"{row.OpsPerSecond / 1e6:0.00} ({row.Spread:P0})"))]);
            }

            console.Write(table);
        }
    }

    /// <summary>Whether somebody else was at work on the machine.</summary>
    public void Warnings(IReadOnlyList<string> warnings)
    {
        foreach (string warning in warnings)
        {
            console.Profile.Out.Writer.WriteLine($"!!! {warning}: only ratios within this run mean anything");
        }
    }

    /// <summary>Ratios, and what the hardware takes.</summary>
    public void Ratios(IReadOnlyList<RatioRow> ratios, IReadOnlyList<HardwareRow> hardware)
    {
        Table table = New("ratios, by turns in one run", "ratio of", "ratio", "spread", "limit", "", "turns",
            "first", "second");
        foreach (RatioRow row in ratios)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                Text($"{row.Ratio:0.000}"),
                Text($"{row.Spread:P1}"),
                row.Limit ?? "",
                row.IsWithin switch { true => "ok", false => "MISSED", null => row.Turns > 0 ? "" : "disturbed" },
                Text($"{row.Turns}"),
                Text($"{row.Numerator:#,0.00}"),
                Text($"{row.Denominator:#,0.00}"));
        }

        console.Write(table);
        foreach (HardwareRow row in hardware)
        {
            console.WriteLine(Text($"{row.Name}: {row.Ns:0.0} ns"));
        }

        int missed = ratios.Count(row => row.IsWithin == false);
        console.WriteLine($"{ratios.Count(row => row.IsWithin == true)} ratios within their limits, {missed} missed");
    }

    /// <summary>Wrong answers.</summary>
    public void Accuracy(IReadOnlyList<AccuracyRow> rows)
    {
        foreach (var group in rows.GroupBy(row => row.Workload))
        {
            Table table = New(
                $"accuracy on {group.Key}", "scheme", "decisions", "false shared", "false exclusive", "undecided",
                "COW faults", "copies avoidable", "wrong reuses");
            foreach (AccuracyRow row in group)
            {
                table.AddRow(
                    row.Scheme,
                    Text($"{row.Decisions:#,0}"),
                    Share(row.FalseShared, row.Decisions),
                    Share(row.FalseExclusive, row.Decisions),
                    Share(row.Undecided, row.Decisions),
                    Text($"{row.CowFaults:#,0}"),
                    Share(row.CopiesAvoidable, row.CowFaults),
                    Share(row.WrongReuses, row.CowFaults));
            }

            console.Write(table);
        }
    }

    /// <summary>Bytes.</summary>
    public void Memory(IReadOnlyList<MemoryRow> rows)
    {
        Table table = New("memory in bytes", "scheme", "order", "in the folio", "beside each folio", "per MM");
        foreach (MemoryRow row in rows)
        {
            table.AddRow(row.Scheme, Text($"{row.Order}"), Text($"{row.InFolioBytes}"), Text($"{row.BesideFolioBytes}"),
                Text($"{row.PerMmBytes}"));
        }

        console.Write(table);
    }

    /// <summary>The comparison with an earlier report; nothing without one.</summary>
    public void Against(Comparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        if (comparison.Regressions.Count > 0)
        {
            Table table = New($"worse than at {comparison.Commit}", "figure", "before", "spread", "now",
                "spread", "change");
            foreach (Regression each in comparison.Regressions)
            {
                table.AddRow(
                    Markup.Escape(each.Name),
                    Text($"{each.Before:#,0.###}"),
                    Text($"{each.SpreadBefore:P1}"),
                    Text($"{each.Now:#,0.###}"),
                    Text($"{each.SpreadNow:P1}"),
                    Text($"{each.Change:P1}"));
            }

            console.Write(table);
        }

        console.WriteLine(
            $"{comparison.Compared} figures compared, {comparison.Regressions.Count} worse by more than both spreads");
    }

    private static string Threads(int count) =>
        Text($"{count} thread{(count == 1 ? "" : "s")}")
        + (count > Environment.ProcessorCount ? " (oversubscribed)" : "");

    private static string Share(long part, long whole) =>
        part == 0 ? "0" : Text($"{part:#,0} ({(double)part / whole:P1})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Table New(string title, params string[] columns)
    {
        Table table = new() { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)) };
        for (int column = 0; column < columns.Length; column++)
        {
            table.AddColumn(column == 0
                ? new TableColumn(columns[column])
                : new TableColumn(columns[column]).RightAligned());
        }

        return table;
    }
}
