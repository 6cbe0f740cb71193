using Exploration;
using Exploration.Division;

namespace Campaigns.Plans;

/// <summary>A search that is divided: one scenario, one model.</summary>
/// <param name="Id">SHA-256 of the build, the code, the command, the model and the assumptions.</param>
/// <param name="Code">What tells the code under test from any other; empty if it is a part of the build.</param>
/// <param name="Arguments">The command line of <c>explore</c> that it answers.</param>
/// <param name="Model">The memory model.</param>
/// <param name="Assumptions">What its parts take for granted.</param>
/// <param name="Root">What was found while the root was divided.</param>
public sealed record PlannedSearch(
    string Id, string Code, IReadOnlyList<string> Arguments, ModelName Model, SearchAssumptions Assumptions,
    SearchPartResult Root)
{
    /// <summary>Whether a part has found its assumptions wrong, so that another search has taken its place.</summary>
    public bool IsVoid { get; init; }

    /// <summary>The ID of a search.</summary>
    public static string IdOf(string build, string code, IReadOnlyList<string> arguments, ModelName model,
        SearchAssumptions assumptions) =>
        Identity.Of([build, code, .. arguments, $"{model}", assumptions.Key]);

    /// <summary>A cell that visits some branches of the search.</summary>
    public Cell CellOf(IReadOnlyList<BranchShare> branches, long limitExecutions, string name) => new(
        Identity.Of([Id, $"{limitExecutions}", .. branches.Select(each => each.Branch)]), CellKind.Explore,
        name, Arguments)
    {
        Part = new SearchCell(Id, branches, limitExecutions),
    };
}
