namespace Exploration.Division;

/// <summary>A branch of a search, and how much of the search it is.</summary>
/// <param name="Branch">Its choices from the root; <see cref="Root"/> for all executions.</param>
/// <param name="Share">Its share of the root, such as <c>3/8</c>.</param>
public sealed record BranchShare(string Branch, string Share)
{
    /// <summary>All executions.</summary>
    public static BranchShare Root { get; } = new(new Branch([]).ToString(), Division.Share.All.ToString());
}
