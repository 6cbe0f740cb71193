using Exploration;
using Harness;
using Harness.Hosts;
using Harness.Sweeps;
using Spectre.Console;

namespace Stress.Litmus;

/// <summary>Writes litmus tests for people.</summary>
/// <param name="console">Where they read.</param>
internal sealed class LitmusPrinter(IAnsiConsole console)
{
    /// <summary>Begins lines that somebody must look at.</summary>
    private const string Alarm = "!!! ";

    /// <summary>The first line.</summary>
    public void Start(LitmusPlan plan) =>
        Line($"{plan.CommandText}: start ({HostInfo.Current.Cores} cores, {HostInfo.Current.Runtime})");

    /// <summary>Whether real threads showed what no interleaving makes.</summary>
    public void Control(LitmusSweep control)
    {
        long samples = control.Count(OutcomeGrade.Interesting);
        Line(
            $"{(samples > 0 ? "" : Alarm)}control: {control.Test} showed a reordering {samples:N0} times in "
            + $"{control.Seconds:0.00} s");
        Methods(control);
    }

    /// <summary>A single test's outcomes, or a line for each of several, and the verdict.</summary>
    public void End(LitmusSession session, LitmusPlan plan)
    {
        if (session.Results is [LitmusResult only])
        {
            Methods(only);
            console.Write(Outcomes(only));
        }
        else
        {
            console.Write(Tests(session.Results));
        }

        Line(
            $"{(session.Verdict == Verdict.Pass ? "" : Alarm)}{plan.CommandText}: end {Word(session.Verdict)}: "
            + $"{session.Reason}");
    }

    /// <summary>A line for each way of running the threads.</summary>
    private void Methods(LitmusSweep sweep)
    {
        foreach (SweptMethod each in sweep.Methods)
        {
            double seconds = Math.Max(each.Seconds, 0.001);
            Line($"{sweep.Test}, {each.Method}: {each.Samples / seconds:N0} samples/s, "
                + $"{each.Interesting / seconds:N0} reorderings/s");
        }
    }

    private static Table Outcomes(LitmusResult result)
    {
        Table table = NewTable(["outcome"], ["samples", "share"], ["grade", "reachable under"]);
        foreach (SweptOutcome outcome in result.Outcomes)
        {
            table.AddRow(
                Markup.Escape(outcome.Outcome),
                $"{outcome.Samples:N0}",
                $"{100.0 * outcome.Samples / Math.Max(1, result.Samples):0.0000} %",
                outcome.Grade == OutcomeGrade.Forbidden ? "FORBIDDEN" : outcome.Grade.ToString().ToLowerInvariant(),
                outcome.ReachableUnder ?? (outcome.Grade == OutcomeGrade.Forbidden ? "none" : "not known"));
        }

        return table;
    }

    private static Table Tests(IReadOnlyList<LitmusResult> results)
    {
        Table table = NewTable(["test"], ["samples", "acceptable", "interesting", "forbidden"], ["verdict", "because"]);
        foreach (LitmusResult result in results)
        {
            table.AddRow(
                result.Test,
                $"{result.Samples:N0}",
                $"{result.Count(OutcomeGrade.Acceptable):N0}",
                $"{result.Count(OutcomeGrade.Interesting):N0}",
                $"{result.Count(OutcomeGrade.Forbidden):N0}",
                Word(result.Verdict),
                result.Reason);
        }

        return table;
    }

    private static string Word(Verdict verdict) => verdict.ToString().ToUpperInvariant();

    private static Table NewTable(string[] words, string[] figures, string[] last)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns(words);
        foreach (string figure in figures)
        {
            table.AddColumn(new TableColumn(figure).RightAligned());
        }

        return table.AddColumns(last);
    }

    /// <summary>Past the console, which would break lines: a line of a log stays one line.</summary>
    private void Line(string text) => console.Profile.Out.Writer.WriteLine(text);
}
