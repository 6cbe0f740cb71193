namespace Stress.Bench.Report;

/// <summary>What a report has under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Tables">Tables, at least one.</param>
internal sealed record ReportSection(string Title, IReadOnlyList<ReportTable> Tables);
