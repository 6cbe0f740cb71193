namespace Stress.Reporting;

/// <summary>A step of an execution that shows a finding.</summary>
/// <param name="Thread">Who takes it.</param>
/// <param name="Text">What it does.</param>
/// <param name="File">Source file, from the repository's root where it lies below it; null if it is not known.</param>
/// <param name="Line">Line, from 1; null without a file.</param>
internal sealed record FindingStep(string Thread, string Text, string? File, int? Line);
