using Exploration;
using Exploration.Advice;
using Exploration.Counterexamples;
using Harness;
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
            ? $", about {progress.Covered:P1} of an estimated {all:0.0e0} executions, "
            + $"{Math.Max(0, all - progress.Executions) / rate:N0} s to go"
            : "";
        Line($"{progress.Elapsed.TotalSeconds,7:0.0} s  {progress.Executions:N0} executions ({rate:N0}/s){whole}");
    }

    /// <summary>The results: one in full; of several the violations in full, then a line for each model.</summary>
    /// <param name="report">The report.</param>
    /// <param name="replay">The command that gets it again.</param>
    public void End(ExploreReport report, string replay)
    {
        foreach (ExploreResult result in report.Results)
        {
            if (report.Results.Count == 1)
            {
                Outcomes(result.Outcomes, result.GradesComplete is null ? "" : "not known");
            }

            Violations(result.Violations, result.Counterexample);
            Sample(result.Sample);
            Advice(result.Verdict, result.Advice, result.Repairs);
        }

        if (report.Results is [ExploreResult only])
        {
            Line($"{only.Executions:N0} executions, {only.Blocked:N0} blocked, in {only.SearchSeconds:0.000} s "
                + $"({only.ExecutionsPerSecond:N0}/s): {Extent(only)}");
        }
        else
        {
            Models(report.Results);
        }

        if (report.Results.Any(result => result.Counterexample is not null))
        {
            Line($"again: {replay}; this execution alone: stress explore --replay REPORT.json");
        }

        ExploreResult first = report.Results[0];
        Line($"stress explore: {report.Verdict.ToString().ToUpperInvariant()}: {first.Scenario} under "
            + $"{string.Join(", ", report.Results.Select(result => result.Model))}, {first.Writers} writers, "
            + $"{first.Readers} readers, {first.Values} values, equivalence {first.Equivalence}");
    }

    /// <summary>What somebody should look at.</summary>
    public void Warnings(IReadOnlyList<string> warnings)
    {
        foreach (string warning in warnings)
        {
            Line($"warning: {warning}");
        }
    }

    /// <summary>The result of a class.</summary>
    public void Class(ClassResult result)
    {
        Violations(result.Violations, result.Counterexample);
        Sample(result.Sample);
        Advice(result.Verdict, result.Advice, result.Repairs);
        foreach (Weaving.Refusals.Refusal refusal in result.Refusals)
        {
            Line($"not modelled: {refusal}");
        }

        string bounds = result.Bounds.Count == 0
            ? ""
            : $"; {string.Join("; ", result.Bounds.Select(bound => bound.Reason))}";
        Line($"stress explore: {result.Verdict.ToString().ToUpperInvariant()}: {result.Class} under {result.Model}, "
            + $"{result.Executions:N0} executions, {result.Blocked:N0} blocked{bounds}");
    }

    private void Violations(IReadOnlyList<string> violations, Counterexample? counterexample)
    {
        foreach (string violation in violations.Take(MaxViolations))
        {
            Line($"!!! {violation}");
        }

        if (violations.Count > MaxViolations)
        {
            Line($"!!! and {violations.Count - MaxViolations} more; --json lists all");
        }

        if (counterexample is not null)
        {
            Show(counterexample);
        }
    }

    private void Sample(SampleReport? sample)
    {
        if (sample is null)
        {
            return;
        }

        Line($"sample: {sample.Drawn:N0} executions drawn, {sample.Distinct:N0} distinct, {sample.Discarded:N0} draws "
            + $"discarded; depth {sample.Depth}, history {sample.History}, {sample.Accesses} accesses "
            + $"({sample.LongerDraws:N0} draws had more)");
        Line($"an execution of depth {sample.Depth} is drawn with a probability of at least {sample.Probability:0.0e0} "
            + $"each time, {sample.ProbabilityOfAll:0.0e0} in all");
        if (sample.CounterexampleSeed is long seed)
        {
            Line($"this execution alone: the same command with --sample 1 --seed {seed}");
        }
    }

    private void Advice(
        Verdict verdict, IReadOnlyList<AdviceRow>? advice, IReadOnlyList<RepairRow>? repairs)
    {
        if (advice is { Count: > 0 })
        {
            Table table = NewTable("site", "operation", "weakened to", "needed", "without it");
            foreach (AdviceRow each in advice)
            {
                string needed = each.IsNeeded switch
                {
                    true => "needed",
                    false => "not at this size",
                    null => "not known",
                };
                string broken = each.Execution?.Violation ?? "";
                table.AddRow(each.Site, each.Operation, each.Weakened, needed, Markup.Escape(broken));
            }

            console.Write(table);
        }

        foreach (RepairRow repair in repairs ?? [])
        {
            Line($"repaired ({repair.Executions:N0} executions, every one visited) by "
                + string.Join(
                    " and ", repair.Accesses.Select(each => $"{each.Strengthened} at {each.Site} ({each.Operation})")));
        }

        if (repairs is [] && verdict == Verdict.Violation)
        {
            Line("no three accesses or fewer repair it by being stronger");
        }
    }

    private void Models(IReadOnlyList<ExploreResult> results)
    {
        Table table = NewTable("model", "verdict", "executions", "blocked", "outcomes", "seconds", "extent");
        foreach (ExploreResult result in results)
        {
            table.AddRow(
                result.Model,
                result.Verdict.ToString().ToLowerInvariant(),
                $"{result.Executions:N0}",
                $"{result.Blocked:N0}",
                $"{result.Outcomes.Count:N0}",
                $"{result.SearchSeconds:0.000}",
                Markup.Escape(Extent(result)));
        }

        console.Write(table);
    }

    private static string Extent(ExploreResult report)
    {
        string visited = report.Complete
            ? "complete, every execution visited"
            : $"BOUNDED, the rest was not visited: {string.Join("; ", report.Bounds.Select(bound => bound.Reason))}";
        string ended = report.Executions == 0 ? "; NO execution came to its end" : "";
        return visited + ended + (report.GradesComplete == false
            ? "; the search for the grades was ended early, so some outcomes may have none"
            : "");
    }

    /// <summary>The result of a replay.</summary>
    public void Replayed(ExploreResult report)
    {
        if (report.Counterexample is not null)
        {
            Show(report.Counterexample);
        }

        Line(
            $"stress explore: {report.Verdict.ToString().ToUpperInvariant()}: one execution of {report.Scenario} under "
            + $"{report.Model}, replayed");
    }

    private void Outcomes(IReadOnlyList<ExploreOutcome> outcomes, string ungraded)
    {
        Table table = NewTable("executions", "outcome", "reachable under", "Arm64", "judgement");
        table.Columns[0].RightAligned();
        foreach (ExploreOutcome outcome
            in outcomes.OrderByDescending(each => each.Violation is not null).Take(MaxOutcomes))
        {
            table.AddRow(
                $"{outcome.Count:N0}",
                Markup.Escape(outcome.Outcome),
                outcome.ReachableUnder ?? ungraded,
                Arm64(outcome, ungraded),
                outcome.Violation is null ? "allowed" : "FORBIDDEN");
        }

        console.Write(table);
        if (outcomes.Count > MaxOutcomes)
        {
            Line($"and {outcomes.Count - MaxOutcomes} more outcomes; --json lists all");
        }
    }

    /// <summary>What processors show: x86 all that TSO allows, Arm64 what was asked for.</summary>
    private static string Arm64(ExploreOutcome outcome, string ungraded) => outcome switch
    {
        { Arm64: true } => "yes",
        { Arm64: null } => ungraded,
        { ReachableUnder: "dotnet" } => "no: allowed by .NET, not seen on any hardware yet",
        _ => "no",
    };

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
