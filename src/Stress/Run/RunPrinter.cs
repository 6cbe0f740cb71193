using Harness.Teams;
using Runs.Journal;
using Runs.Judging;
using Runs.Reports;
using Runs.Totals;
using Runs.Tracing;
using Runs.Workloads;
using Spectre.Console;

namespace Stress.Run;

/// <summary>
/// Writes a run for people: a first and a last line with every option, statistics between them, then the table.
/// </summary>
/// <param name="console">Where people read.</param>
/// <param name="options">Every option in force, in one line.</param>
internal sealed class RunPrinter(IAnsiConsole console, string options)
{
    /// <summary>Begins lines that somebody must look at.</summary>
    private const string Alarm = "!!!";

    /// <summary>Back to the start of the line, and erases it (ECMA-48).</summary>
    private const string FooterStart = "\r\u001b[K";

    private bool _hasFooter;

    /// <summary>The first line.</summary>
    public void Start(int cores, string runtime) =>
        Line($"stress run: start {options} ({cores} cores, {runtime})");

    /// <summary>What a resumed run goes on from; nothing for another.</summary>
    public void Resumed(ResumedReport? resumed)
    {
        if (resumed is null)
        {
            return;
        }

        Line(
            $"resumed from {resumed.Journal}: sessions {resumed.Sessions:N0}, rounds {resumed.Rounds:N0}, "
            + $"{resumed.Seconds:0.0} s");
        if (resumed.CutOff is not null)
        {
            Line($"{Alarm} the last line of {resumed.CutOff} was cut off when its process was killed, and is left out");
        }
    }

    /// <summary>The journal, if nothing could be written from some moment on.</summary>
    public void Journal(string? folder, string? failure)
    {
        if (failure is not null)
        {
            Line($"{Alarm} the journal {folder} ends before the run does: {failure}");
        }
    }

    /// <summary>Where the log of the violation's round is, or how it would have been kept.</summary>
    public void Log(string? folder) => Line(folder is null
        ? "the log of the violation's round is kept with --journal only"
        : $"the log of the violation's round: {folder}");

    /// <summary>A collector that did not take the metrics of the end.</summary>
    public void NoCollector(Uri url) => Line($"{Alarm} the collector at {url} did not take the last metrics");

    /// <summary>The control run.</summary>
    public void Control(ControlReport control)
    {
        string results = string.Join(", ", control.ByPerturbation.Select(part => part.Value.Violations > 0
            ? $"{NameOf(part.Key)}: found {part.Value.Violations} violations in {part.Value.Seconds:0.00} s"
            : $"{NameOf(part.Key)}: found nothing in {part.Value.Seconds:0.00} s"));
        bool isFound = control.ByPerturbation.Values.All(part => part.Violations > 0);
        Line($"{(isFound ? "" : $"{Alarm} ")}control: {control.Canary}, {results}");
    }

    /// <summary>A canary of a calibration, while it goes on, on a terminal.</summary>
    public void Calibrating(CalibrationEntry entry) => Footer(
        $"calibrating: {entry.Canary}, {NameOf(entry.Perturbation)}: "
        + $"{(entry.Found ? "found" : "not found")} after {entry.Seconds:0.00} s");

    /// <summary>What a calibration showed.</summary>
    public void Calibration(Calibration calibration)
    {
        ClearFooter();
        Table table = TableOf("canary", "perturbation", "found", "seconds", "meetings/s");
        foreach (CalibrationEntry entry in calibration.Entries)
        {
            table.AddRow(
                Markup.Escape(entry.Canary),
                NameOf(entry.Perturbation),
                entry.Found ? "yes" : "no",
                $"{entry.Seconds:0.00}",
                $"{entry.MeetingsPerSecond:N0}");
        }

        console.Write(table);
        Line($"calibration: {calibration}");
    }

    /// <summary>A kind of perturbation in words.</summary>
    public static string NameOf(string kind) =>
        kind == Perturbation.Bare.Name ? "bare"
        : kind == Perturbation.Light.Name ? "perturbed"
        : kind == Perturbation.Heavy.Name ? "perturbed heavily"
        : kind == Perturbation.LongHold.Name ? "held"
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of perturbation.");

    /// <summary>A line of statistics.</summary>
    public void Statistics(string workload, TimeSpan elapsed, RunTotals totals) =>
        Line(
            $"{(totals.Violations > 0 ? $"{Alarm} " : "")}{elapsed.TotalSeconds,7:0.0} s  {workload}: "
            + $"{Figures(totals)}");

    /// <summary>A cycle of the workloads has ended.</summary>
    public void Cycle(int number, int cycles, TimeSpan elapsed, CycleReport cycle) => Line(
        $"{elapsed.TotalSeconds,7:0.0} s  cycle {number} of {cycles}: {cycle.Seconds:0.0} s, resident set "
        + $"{cycle.ResidentBytes / (double)(1 << 20):0.0} MiB");

    /// <summary>Rewrites the last line of a terminal; nothing in a log.</summary>
    /// <param name="workload">What runs.</param>
    /// <param name="elapsed">Time since the start.</param>
    /// <param name="left">Time left.</param>
    /// <param name="totals">What was done so far.</param>
    public void Footer(string workload, TimeSpan elapsed, TimeSpan left, RunTotals totals) =>
        Footer($"{elapsed.TotalSeconds:0} s, {Math.Max(0, left.TotalSeconds):0} s left  {workload}: {Figures(totals)}");

    private void Footer(string text)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            return;
        }

        int width = Math.Max(1, console.Profile.Width - 1);
        console.Profile.Out.Writer.Write(FooterStart + (text.Length > width ? text[..width] : text));
        console.Profile.Out.Writer.Flush();
        _hasFooter = true;
    }

    /// <summary>The end: violations, table, last line.</summary>
    public void End(RunReport report)
    {
        ClearFooter();
        foreach (ViolationReport violation in report.Violations)
        {
            Line(
                $"{Alarm} {violation.Workload}, {NameOf(violation.Perturbation)}: {violation.Kind} at "
                + $"{violation.Stamp?.ToString() ?? "no number"}: expected {violation.Expected}; observed "
                + $"{violation.Observed}");
        }

        console.Write(Table(report));
        foreach (WorkloadReport each in report.Workloads)
        {
            if (each.Trace is TraceReport trace)
            {
                Trace(trace, each.Passes ?? 0);
            }
        }

        if (report.Totals is { } totals
            && totals.FalseShared + totals.FalseExclusive + totals.WrongReuses + totals.Unjudged + totals.Undecided > 0)
        {
            Line(
                $"answers: {totals.DecisionsAudited:N0} audited, {totals.FalseShared:N0} falsely shared, "
                + $"{totals.FalseExclusive:N0} falsely exclusive, "
                + $"{totals.WrongReuses:N0} wrong reuses, {totals.Unjudged:N0} not to be judged, "
                + $"{totals.Undecided:N0} undecided");
        }

        if (report.Violations.Count > 0)
        {
            Line($"{Alarm} replay: {report.Replay}");
        }

        bool isAlarming = report.ExitCode != 0;
        Line(
            $"{(isAlarming ? $"{Alarm} " : "")}stress run: end {report.Verdict.ToString().ToUpperInvariant()}: "
            + $"{report.Reason}; {options}");
    }

    /// <summary>The figures that change while a run goes on.</summary>
    public static string Figures(RunTotals totals)
    {
        RatesReport rates = RatesReport.Of(totals);
        return $"sections {totals.Sections:N0} ({rates.SectionsPerSecond:N0}/s), snapshots "
            + $"{totals.SnapshotsAccepted:N0} ({rates.SnapshotsPerSecond:N0}/s), "
            + $"overlapped {totals.SnapshotsOverlapped:N0}, audited {totals.SnapshotsAudited:N0} + "
            + $"{totals.DecisionsAudited:N0} answers, violations {totals.Violations:N0}";
    }

    private static Table Table(RunReport report)
    {
        Table table = TableOf(
            "workload", "memory", "order", "seconds", "sections", "/s", "snapshots", "/s", "overlapped", "answers",
            "retries p99", "wait p99 ns", "violations");
        foreach (WorkloadReport each in report.Workloads)
        {
            AddRows(table, each.Name, $"{new OrderRange(each.LeastOrder, each.Order)}", each.ByPerturbation);
        }

        if (report.Workloads.Count > 1)
        {
            AddRows(table, "all", "", report.ByPerturbation);
        }

        return table;
    }

    /// <summary>A table whose first two columns are names and whose others are figures.</summary>
    private static Table TableOf(params string[] columns)
    {
        Table table = new();
        table.Border(TableBorder.Simple);
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        table.Columns[0].LeftAligned();
        table.Columns[1].LeftAligned();
        return table;
    }

    private static void AddRows(Table table, string name, string order,
        IReadOnlyDictionary<string, PerturbationReport> parts)
    {
        foreach ((string kind, PerturbationReport part) in parts)
        {
            table.AddRow(
                Markup.Escape(name),
                NameOf(kind),
                order,
                $"{part.Seconds:0.0}",
                $"{part.Totals.Sections:N0}",
                $"{part.Rates.SectionsPerSecond:N0}",
                $"{part.Totals.SnapshotsAudited:N0}",
                $"{part.Rates.SnapshotsPerSecond:N0}",
                $"{part.Totals.SnapshotsOverlapped:N0}",
                $"{part.Totals.DecisionsAudited:N0}",
                $"{part.ReaderRetries.P99}",
                $"{part.WriterWait.P99:N0}",
                $"{part.Totals.Violations:N0}");
        }
    }

    private void Trace(TraceReport trace, int passes)
    {
        Line(
            $"{trace.File}: {passes:N0} passes, {trace.EventsPerSecond:N0} events/s, read at "
            + $"{trace.LinesPerSecond:N0} lines/s; a pass: {trace.Events:N0} events, "
            + $"{trace.Processes:N0} processes, {trace.Forks:N0} forks, {trace.Vforks:N0} vforks, {trace.Threads:N0} "
            + $"threads, {trace.Faults:N0} faults, {trace.Folios:N0} folios, "
            + $"{trace.CowFaults:N0} copy-on-write faults = {trace.CowReused:N0} reused + {trace.CowCopied:N0} copied "
            + $"+ {trace.CowUntracked:N0} untracked");
        if (trace.FoliosByOrder.Count > 1)
        {
            Line($"{trace.File}: folios by order: "
                + string.Join(", ", trace.FoliosByOrder.Select(each => $"{each.Value:N0} of {each.Key}")));
        }

        foreach (SkippedReport each in trace.SkippedLines)
        {
            Line($"{trace.File}: skipped {each.Count:N0} x {each.Reason}, first in line {each.FirstLine}");
        }
    }

    /// <summary>Past the console, which would break lines: a line of a log stays one line.</summary>
    private void Line(string text)
    {
        ClearFooter();
        console.Profile.Out.Writer.WriteLine(text);
    }

    private void ClearFooter()
    {
        if (_hasFooter)
        {
            console.Profile.Out.Writer.Write(FooterStart);
            _hasFooter = false;
        }
    }
}
