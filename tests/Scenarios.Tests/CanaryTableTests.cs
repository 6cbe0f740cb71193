using Scenarios.Canaries;
using Scenarios.Selection;

namespace Scenarios.Tests;

/// <summary>The table of canaries in <c>docs/CHECKERS.md</c> is made from the catalogue.</summary>
public sealed class CanaryTableTests
{
    private const string Name = "canaries";

    private static readonly string[] Header = ["canary", "step replaced", "protocols", "readings", "found by"];

    [Fact]
    public void The_document_lists_every_canary_with_what_it_fits_and_who_finds_it()
    {
        string table = DocumentTable.Format(Header, CanaryCatalogue.All.Select(Row), rule: "---");
        if (DocumentTable.MustRefresh)
        {
            DocumentTable.Write(Name, table);
        }

        Assert.Equal(table, DocumentTable.Read(Name));
    }

    private static string[] Row(Canary canary) =>
    [
        $"`{canary.Name}`",
        canary.Step,
        Names(canary.FitsProtocols, Protocols.Names),
        Names(canary.FitsReadings, TrackerSelection.Readings),
        $"{string.Join(", ", FoundBy(canary))}{Condition(canary)}",
    ];

    private static string Names(IReadOnlyList<string> names, IReadOnlyList<string> all) =>
        names.Count == all.Count ? "all" : string.Join(", ", names);

    private static IEnumerable<string> FoundBy(Canary canary)
    {
        if (canary.Workload is not null)
        {
            yield return "run";
        }

        if (canary.Scenario is not null && !canary.IsWeak)
        {
            yield return "Coyote";
        }

        if (canary.Scenario is not null)
        {
            yield return canary.IsWeak ? "explore (weak memory alone)" : "explore";
        }

        if (canary.Replaces == TrackerParts.SubIds)
        {
            yield return "prove";
        }
    }

    private static string Condition(Canary canary) =>
        canary.MinWriters > 1 ? $", with {canary.MinWriters} writers"
        : canary.Visibility == Visibility.Arithmetic ? ": a single thread shows it"
        : "";
}
