using Harness;
using Proof;
using Proof.Counterexamples;
using Proof.Design;
using Runs.Refutations;
using Spectre.Console;

namespace Stress.Prove;

/// <summary>Prints a report of <c>prove</c> for people.</summary>
/// <param name="console">Where they read.</param>
internal sealed class ProvePrinter(IAnsiConsole console)
{
    /// <summary>Prints the whole report.</summary>
    public void Print(ProveReport report)
    {
        ProveControl control = report.Control;
        Write(
            $"control: {control.Canary} at order {control.Order}, {control.Confirmed} of {control.Counterexamples} "
            + "counterexamples confirmed");
        Write();
        PrintClasses(report.Classes);
        foreach (ClassRow row in report.Classes)
        {
            PrintRefutation(row);
        }

        if (report.Design.Count > 0)
        {
            PrintClaims(report.Claims);
            PrintDesign(report.Design);
        }

        string verdict = report.Verdict == Verdict.Pass
            ? "pass"
            : report.Verdict == Verdict.Violation ? "violation" : "inconclusive";
        Write($"verdict: {verdict}");
    }

    private void PrintClasses(IReadOnlyList<ClassRow> rows)
    {
        Table table = NewTable("scheme", "orders", "mappings", "values x bits", "radix", "IDs", "verdict",
            "bound", "because");
        foreach (ClassRow row in rows)
        {
            table.AddRow(
                row.Scheme,
                row.Orders.Count == 1 ? $"{row.Orders[0]}" : $"{row.Orders[0]}-{row.Orders[^1]}",
                $"{row.Limit}",
                $"{row.Values} x {row.Bits}",
                $"{row.Radix}",
                $"2^{int.Log2(row.Ids)}",
                Word(row.Verdict),
                $"{row.Bound}",
                Reason(row));
        }

        console.Write(table);
        Write(
            "mappings: the most that are looked at; bound: up to this number, it is certain that several "
            + "MMs never seem to be one");
        Write();
    }

    private static string Reason(ClassRow row) => (row.Verdict, row.Method) switch
    {
        (ProofVerdict.Proved, ProofMethod.Width) => "the word holds every sum: no digit carries",
        (ProofVerdict.Proved, _) => $"sums wrap the word, but nothing vanishes below {row.Bound + 1} mappings",
        (ProofVerdict.Refuted, _) => $"{row.Fewest!.FewestMappings.Total} mappings vanish modulo 2^64",
        _ => "sums wrap the word, and the search did not end",
    };

    private void PrintRefutation(ClassRow row)
    {
        if (row.Fewest is not { } fewest)
        {
            return;
        }

        string smallest = fewest.MmsAreMinimal ? "fewest MMs" : "fewest MMs found";
        Write($"{row.Scheme}, order {row.Orders[0]}: mappings of several MMs that seem exclusive to one");
        Print("fewest mappings", fewest.FewestMappings);
        Print("with its own", fewest.FewestMappingsWithId);
        Print(smallest, fewest.FewestMms);
        Print("with itself", fewest.FewestMmsWithId);
        foreach (ReplayAnswer answer in row.Replay)
        {
            Write(
                $"  the tracker with {answer.Scheme}, asked by {row.Counterexample!.Id} about its "
                + $"{row.Counterexample.Total} mappings: "
                + $"{(answer.Exclusive ? "exclusive" : "shared")}, "
                + $"{(answer.MayReuse ? "may reuse" : "may not reuse")}");
        }

        Write();
    }

    private void Print(string what, Counterexample? counterexample)
    {
        if (counterexample is not null)
        {
            string mappings = string.Join(", ",
                counterexample.Mappings.Select(mapping => $"{mapping.Count} by {mapping.Id}"));
            Write(
                $"  {what + ":",-17} {mappings}; {counterexample.Total} in all, as if {counterexample.Id} were alone");
        }
    }

    private void PrintClaims(IReadOnlyList<PatchClaim> claims)
    {
        Table table = NewTable("claim of the series", "verdict", "because");
        foreach (PatchClaim claim in claims)
        {
            table.AddRow(claim.Claim, claim.Holds ? "holds" : "fails", claim.Finding);
        }

        console.Write(table);
        Write();
    }

    private void PrintDesign(IReadOnlyList<DesignRow> rows)
    {
        Table table = NewTable(["order", .. DesignTable.Layouts.Select(layout => layout.ToString())]);
        foreach (IGrouping<int, DesignRow> order in rows.GroupBy(row => row.Order))
        {
            table.AddRow([$"{order.Key}", .. order.Select(Describe)]);
        }

        Write($"bits of an ID per value (1 to {DesignTable.MaxValues} values carry as many times that) | "
            + $"values for IDs of {string.Join(", ", DesignTable.IdBits)} bits | bytes per folio for "
            + $"{DesignTable.IdBits[^1]} bits");
        console.Write(table);
    }

    private static string Describe(DesignRow row) =>
        $"{row.BitsPerValue} | {string.Join(", ", row.Ids.Select(ids => ids.Values))} | {row.Ids[^1].Bytes}";

    private static string Word(ProofVerdict verdict) => verdict switch
    {
        ProofVerdict.Proved => "proved",
        ProofVerdict.Refuted => "REFUTED",
        ProofVerdict.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No verdict of a proof."),
    };

    private static Table NewTable(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Minimal };
        table.AddColumns(columns);
        foreach (TableColumn column in table.Columns)
        {
            column.NoWrap();
        }

        return table;
    }

    private void Write(string line = "") => console.WriteLine(line);
}
