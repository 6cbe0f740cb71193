using Exploration.Division;

namespace Campaigns.Plans;

/// <summary>The part of a search that a cell visits.</summary>
/// <param name="Search">Which of the plan's searches, by its ID.</param>
/// <param name="Branches">The branches.</param>
/// <param name="LimitExecutions">After so many executions the rest is left for the next round.</param>
public sealed record SearchCell(string Search, IReadOnlyList<BranchShare> Branches, long LimitExecutions);
