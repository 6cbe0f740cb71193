using Stress.Bench.Accuracy;
using Stress.Bench.Footprint;
using Stress.Bench.Ratios;

namespace Stress.Bench.Report;

/// <summary>The figures of a report as tables. Parts that were not measured have none.</summary>
internal static class ReportSections
{
    /// <summary>Where the figures come from.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="options">The command line that made them.</param>
    public static ReportTable Host(BenchReport report, string options) => new(
        ["host", ""],
        [
            ["processor", Figure.Text($"{report.Host.Cpu}, {report.Host.Cores} cores")],
            ["system", $"{report.Host.Os} ({report.Host.Arch})"],
            ["runtime",
                $"{report.Host.Runtime}, tiered compilation {OnOff(report.Host.TieredCompilation)}, PGO "
                + $"{OnOff(report.Host.TieredPgo)}"],
            ["build", $"{report.Version}, commit {report.Commit}"],
            ["command", $"stress bench {options}"],
            ["duration", Figure.Text($"{report.Seconds:0} s")],
            .. report.Warnings.Select(warning => (string[])["**warning**", warning]),
        ])
    { TextColumns = 2 };

    /// <summary>Audited runs at the same settings.</summary>
    public static IEnumerable<ReportSection> Audit(BenchReport report)
    {
        if (report.Audit.Count > 0)
        {
            yield return new ReportSection("Audited runs at these settings", [new ReportTable(
                ["scheme", "protocol", "order", "writers", "seconds", "sections", "snapshots audited",
                    "answers audited", "wrong answers", "violations", "verdict"],
                [.. report.Audit.Select(row => (string[])
                [
                    row.Scheme, row.Protocol, $"{row.Order}", $"{row.Threads}", Figure.Text($"{row.Seconds:0.0}"),
                    Figure.Text($"{row.Sections:#,0}"),
                    Figure.Text($"{row.SnapshotsAudited:#,0}"), Figure.Text($"{row.AnswersAudited:#,0}"),
                    Figure.Text($"{row.WrongAnswers:#,0}"), $"{row.Violations}",
                    row.Verdict.ToString().ToLowerInvariant(),
                ])])]);
        }
    }

    /// <summary>Ratios, wrong answers, bytes.</summary>
    public static IEnumerable<ReportSection> Others(BenchReport report)
    {
        if (report.Ratios.Count > 0)
        {
            yield return new ReportSection("Ratios", [Ratios(report.Ratios)]);
        }

        if (report.Hardware.Count > 0)
        {
            yield return new ReportSection(
                "Hardware",
                [new ReportTable(["hardware", "ns"],
                    [.. report.Hardware.Select(row => (string[])[row.Name, Figure.Text($"{row.Ns:0.0}")])])]);
        }

        if (report.Accuracy.Count > 0)
        {
            yield return new ReportSection("Accuracy", [Accuracy(report.Accuracy)]);
        }

        if (report.Memory.Count > 0)
        {
            yield return new ReportSection("Memory", [Memory(report.Memory)]);
        }
    }

    private static ReportTable Ratios(IReadOnlyList<RatioRow> ratios) => new(
        ["ratio of", "ratio", "spread", "limit", "", "turns", "first", "second"],
        [.. ratios.Select(row => (string[])
        [
            row.Name, Figure.Text($"{row.Ratio:0.000}"), Figure.Percent(row.Spread, digits: 1), row.Limit ?? "",
            row.IsWithin switch { true => "ok", false => "missed", null => row.Turns > 0 ? "" : "disturbed" },
            $"{row.Turns}",
            Figure.WithUnit(row.Numerator, row.Unit), Figure.WithUnit(row.Denominator, row.Unit),
        ])])
    {
        Note =
            "Measured by turns: time of an operation (with several threads: of each), or operations a second of all "
            + "threads. Turns are those in which "
            + "every thread had its processor; without one, the limit is not judged.",
    };

    /// <summary>Schemes that answered alike share a row: those that are never wrong do.</summary>
    private static ReportTable Accuracy(IReadOnlyList<AccuracyRow> rows) => new(
        ["workload", "schemes", "decisions", "false shared", "false exclusive", "undecided", "COW faults",
            "copies avoidable", "wrong reuses"],
        [.. rows.GroupBy(row => row with { Scheme = "", Protocol = "" }).Select(group => (string[])
        [
            group.Key.Workload, string.Join(", ", group.Select(row => row.Scheme).Distinct()),
            Count(group.Key.Decisions), Count(group.Key.FalseShared),
            Count(group.Key.FalseExclusive), Count(group.Key.Undecided), Count(group.Key.CowFaults),
            Count(group.Key.CopiesAvoidable), Count(group.Key.WrongReuses),
        ])])
    {
        TextColumns = 2,
        Note = "Answers against the truth, each on behalf of an MM that maps the folio.",
    };

    private static ReportTable Memory(IReadOnlyList<MemoryRow> rows) => new(
        ["scheme", .. rows.Select(row => row.Order).Distinct().Select(order => $"in the folio, order {order}"),
            "beside each folio", "per MM"],
        [.. rows.GroupBy(row => row.Scheme).Select(group => (string[])
            [group.Key, .. group.Select(row => $"{row.InFolioBytes}"),
                Figure.Range(group.Select(row => row.BesideFolioBytes)), $"{group.First().PerMmBytes}"])])
    {
        Note = "Bytes.",
    };

    private static string Count(long count) => Figure.Text($"{count:#,0}");

    private static string OnOff(bool isOn) => isOn ? "on" : "off";
}
