using System.CommandLine;
using Harness;
using Spectre.Console;
using Stress.CommandLine;

namespace Stress.List;

/// <summary>The verb <c>list</c>: every name that other verbs accept.</summary>
internal static class ListCommand
{
    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("list",
            "List schemes, protocols, workloads, scenarios, canaries, models and litmus tests.");
        return Verb.Create(command, ListReportJson.Default.ListReport, List, isJudging: false);
    }

    private static ListReport List(Invocation invocation)
    {
        ListReport report = new(invocation.Head()) { Verdict = Verdict.Pass };
        Print(invocation.Console, "schemes", report.Schemes);
        Print(invocation.Console, "protocols", report.Protocols);
        Print(invocation.Console, "workloads", report.Workloads);
        Print(invocation.Console, "scenarios", report.Scenarios);
        Print(invocation.Console, "canaries", report.Canaries);
        Print(invocation.Console, "models", report.Models);
        Print(invocation.Console, "litmus tests", report.LitmusTests);
        return report;
    }

    private static void Print(IAnsiConsole console, string kind, IReadOnlyList<ListEntry> entries)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0));
        grid.AddColumn();
        foreach (ListEntry entry in entries)
        {
            grid.AddRow(new Text(entry.Name), new Text(entry.ToText()));
        }

        console.WriteLine(kind);
        console.Write(grid);
        console.WriteLine();
    }
}
