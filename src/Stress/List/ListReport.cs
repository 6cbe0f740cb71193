using Stress.Reporting;

namespace Stress.List;

/// <summary>The JSON of <c>list</c>: every name that other verbs accept.</summary>
internal sealed record ListReport : VerbReport
{
    /// <summary>Sections in the order of the printed list.</summary>
    public required IReadOnlyList<ListSection> Sections { get; init; }
}
