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
