using Exploration;
using Exploration.Counterexamples;
using Spectre.Console;

namespace Stress.Explore;

/// <summary>Writes a search for people.</summary>
/// <param name="console">Where they read.</param>
internal sealed class ExplorePrinter(IAnsiConsole console)
{
    private const int MaxOutcomes = 20;
    private const int MaxViolations = 5;

    /// <summary>The control.</summary>
    public void Control(ExploreControl control) =>
        Line($"control: {control.Canary} {(control.Found ? "found" : "NOT found")} in {control.Seconds:0.000} s");

    /// <summary>What has been done so far, and an estimate of the whole.</summary>
    public void Progress(ExplorationProgress progress)
    {
        double rate = progress.Executions / Math.Max(progress.Elapsed.TotalSeconds, 1e-9);
        string whole = progress.EstimatedExecutions is double all
            ? $", about {progress.Covered:P1} of an estimated {all:0.0e0} executions, {Math.Max(0, all - progress.Executions) / rate:N0} s to go"
            : "";
        Line($"{progress.Elapsed.TotalSeconds,7:0.0} s  {progress.Executions:N0} executions ({rate:N0}/s){whole}");
    }

    /// <summary>The result.</summary>
    /// <param name="report">The report.</param>
    /// <param name="replay">The command that gets it again.</param>
    public void End(ExploreReport report, string replay)
    {
        Outcomes(report.Outcomes, report.GradesComplete is null ? "" : "not known");
        foreach (string violation in report.Violations.Take(MaxViolations))
        {
            Line($"!!! {violation}");
        }

        if (report.Violations.Count > MaxViolations)
        {
            Line($"!!! and {report.Violations.Count - MaxViolations} more; --json lists all");
        }

        if (report.Counterexample is not null)
        {
            Show(report.Counterexample);
        }

        Line($"{report.Executions:N0} executions, {report.Blocked:N0} blocked, in {report.SearchSeconds:0.000} s ({report.ExecutionsPerSecond:N0}/s): "
            + Extent(report));
        if (report.Counterexample is not null)
        {
            Line($"again: {replay}; this execution alone: stress explore --replay REPORT.json");
        }

        Line($"stress explore: {report.Verdict.ToString().ToUpperInvariant()}: {report.Scenario} under {report.Model}, {report.Writers} writers, {report.Readers} readers, {report.Values} values, equivalence {report.Equivalence}");
    }

    /// <summary>The result of a class.</summary>
    public void Class(ClassResult result)
    {
        foreach (string violation in result.Violations.Take(MaxViolations))
        {
            Line($"!!! {violation}");
        }

        if (result.Counterexample is not null)
        {
            Show(result.Counterexample);
        }

        foreach (Weaving.Refusal refusal in result.Refusals)
        {
            Line($"not modelled: {refusal}");
        }

        string bounds = result.Bounds.Count == 0 ? "" : $"; {string.Join("; ", result.Bounds.Select(bound => bound.Reason))}";
        Line($"stress explore: {result.Verdict.ToString().ToUpperInvariant()}: {result.Class} under {result.Model}, "
            + $"{result.Executions:N0} executions, {result.Blocked:N0} blocked{bounds}");
    }

    private static string Extent(ExploreReport report)
    {
        string visited = report.Complete
            ? "complete, every execution visited"
            : $"BOUNDED, the rest was not visited: {string.Join("; ", report.Bounds.Select(bound => bound.Reason))}";
        string ended = report.Executions == 0 ? "; NO execution came to its end" : "";
        return visited + ended + (report.GradesComplete == false ? "; the search for the grades was ended early, so some outcomes may have none" : "");
    }

    /// <summary>The result of a replay.</summary>
    public void Replayed(ExploreReport report)
    {
        if (report.Counterexample is not null)
        {
            Show(report.Counterexample);
        }

        Line($"stress explore: {report.Verdict.ToString().ToUpperInvariant()}: one execution of {report.Scenario} under {report.Model}, replayed");
    }

    private void Outcomes(IReadOnlyList<ExploreOutcome> outcomes, string ungraded)
    {
        Table table = NewTable("executions", "outcome", "reachable under", "judgement");
        table.Columns[0].RightAligned();
        foreach (ExploreOutcome outcome in outcomes.OrderByDescending(each => each.Violation is not null).Take(MaxOutcomes))
        {
            table.AddRow(
                $"{outcome.Count:N0}",
                Markup.Escape(outcome.Outcome),
                outcome.ReachableUnder ?? ungraded,
                outcome.Violation is null ? "allowed" : "FORBIDDEN");
        }

        console.Write(table);
        if (outcomes.Count > MaxOutcomes)
        {
            Line($"and {outcomes.Count - MaxOutcomes} more outcomes; --json lists all");
        }
    }

    private void Show(Counterexample counterexample)
    {
        Line($"counterexample, {counterexample.Preemptions} preemptions: {counterexample.Violation}");
        IReadOnlyList<string> threads = counterexample.Threads();
        Table table = NewTable(["step", .. threads, ""]);
        for (int index = 0; index < counterexample.Steps.Count; index++)
        {
            CounterexampleStep step = counterexample.Steps[index];
            IEnumerable<string> cells = threads.Select(thread => thread == step.Thread ? step.ToText() : "");
            table.AddRow([$"{index + 1}", .. cells.Append(step.ToSiteText()).Select(Markup.Escape)]);
        }

        console.Write(table);
        foreach (string reordering in counterexample.Reorderings)
        {
            Line(reordering);
        }
    }

    private static Table NewTable(params IEnumerable<string> columns)
    {
        Table table = new();
        table.Border(TableBorder.Simple);
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        return table;
    }

    private void Line(string text) => console.WriteLine(text);
}
