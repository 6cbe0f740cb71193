using Stress.CommandLine;

namespace Stress.Litmus;

/// <summary>The JSON of <c>litmus</c>.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record LitmusReport(ReportHead Head) : VerbReport(Head)
{
    /// <summary>Why the verdict is what it is, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Store buffering, whose reordering had to show first.</summary>
    public required LitmusSweep Control { get; init; }

    /// <summary>The tests, in the order in which they ran.</summary>
    public required IReadOnlyList<LitmusResult> Results { get; init; }

    /// <summary>The command that runs this again.</summary>
    public required string Replay { get; init; }
}
