using System.CommandLine;
using Spectre.Console;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.List;

/// <summary>The verb <c>list</c>: every name that other verbs accept.</summary>
internal static class ListCommand
{
    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("list", "List schemes, protocols, workloads, scenarios, canaries and models.");
        return Verb.Create(command, ListReportJson.Default.ListReport, List);
    }

    private static ListReport List(Invocation invocation)
    {
        foreach (ListSection section in Catalogue.Sections)
        {
            invocation.Console.WriteLine(section.Name);
            foreach (ListEntry entry in section.Entries)
            {
                invocation.Console.WriteLine($"  {entry.Name,-26} {entry.Description}");
            }
        }

        return new ListReport { Verdict = Verdict.Pass, Sections = Catalogue.Sections };
    }
}
