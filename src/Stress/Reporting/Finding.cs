namespace Stress.Reporting;

/// <summary>Something that is wrong.</summary>
/// <param name="Rule">The kind of it, such as <c>explore/seqcount</c>: the same wherever it is found.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
internal sealed record Finding(string Rule, string Message)
{
    /// <summary>The steps of an execution that shows it, in order; empty without one.</summary>
    public IReadOnlyList<FindingStep> Steps { get; init; } = [];

    /// <summary>
    /// Where to look: the last step that has a place, since it is what the others led to; null without any.
    /// </summary>
    public FindingStep? Place => Steps.LastOrDefault(step => step.File is not null);
}

/// <summary>A step of an execution that shows a finding.</summary>
/// <param name="Thread">Who takes it.</param>
/// <param name="Text">What it does.</param>
/// <param name="File">Source file, from the repository's root where it lies below it; null if it is not known.</param>
/// <param name="Line">Line, from 1; null without a file.</param>
internal sealed record FindingStep(string Thread, string Text, string? File, int? Line);
