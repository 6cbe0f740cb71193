namespace Scenarios.CopyOnWrite;

/// <summary>The two ways in which copy-on-write reuse is tried.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Description">One sentence.</param>
/// <param name="IsPinned"> True: somebody holds a reference all the time and the MM itself maps more, so that reuse is
/// never right. False: a child maps and unmaps, so that reuse is right before and after.
/// </param>
internal sealed record ReusePlan(string Name, string Description, bool IsPinned);
