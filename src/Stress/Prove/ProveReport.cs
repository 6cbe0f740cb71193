using Proof.Design;
using Stress.CommandLine;

namespace Stress.Prove;

/// <summary>The JSON of <c>prove</c>.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record ProveReport(ReportHead Head) : VerbReport(Head)
{
    /// <summary>What must be refuted before a proof counts.</summary>
    public required ProveControl Control { get; init; }

    /// <summary>Every class asked for.</summary>
    public required IReadOnlyList<ClassRow> Classes { get; init; }

    /// <summary>What the series says about sizes, checked; empty when a scheme is named.</summary>
    public IReadOnlyList<PatchClaim> Claims { get; init; } = [];

    /// <summary>What each layout carries at each order; empty when a scheme is named.</summary>
    public IReadOnlyList<DesignRow> Design { get; init; } = [];
}
