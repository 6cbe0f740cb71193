namespace Stress.Bench.Report;

/// <summary>What a report has under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Tables">Tables, at least one.</param>
internal sealed record ReportSection(string Title, IReadOnlyList<ReportTable> Tables);

/// <summary>A table of a report, whatever it is written as.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, as many in each row.</param>
internal sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Columns at the left that hold words; the others hold figures.</summary>
    public int TextColumns { get; init; } = 1;

    /// <summary>What the figures are, in a sentence or two; empty if the headings say it.</summary>
    public string Note { get; init; } = "";
}
