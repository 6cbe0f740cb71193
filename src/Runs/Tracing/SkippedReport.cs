namespace Runs.Tracing;

/// <summary>Lines of a trace that could not be used for one reason.</summary>
/// <param name="Reason">The reason, in words.</param>
/// <param name="Count">Lines.</param>
/// <param name="FirstLine">Number of the first of them, from 1.</param>
public sealed record SkippedReport(string Reason, int Count, int FirstLine);
