using Campaigns.Plans;
using Exploration.Division;

namespace Campaigns.Merging;

/// <summary>Sums up the parts of a search, and says what is missing for a certificate.</summary>
/// <param name="plan">The plan.</param>
/// <param name="search">The search.</param>
/// <param name="records">The records of all cells.</param>
public sealed class SearchMerge(Plan plan, PlannedSearch search, RecordChoice records)
{
    private readonly Cell[] _cells = [.. plan.Cells.Where(cell => cell.Part?.Search == search.Id)];

    /// <summary>The results, the root's first.</summary>
    public IReadOnlyList<SearchPartResult> Parts =>
        [search.Root, .. _cells.Select(records.Of).Select(record => record?.Result.Part).OfType<SearchPartResult>()];

    /// <summary>Branches that are left and that no cell visits: the next round's.</summary>
    public IReadOnlyList<BranchShare> Open()
    {
        // A cell hands over a branch that it did not come to as it was: it may be visited more than once, but never by
        // two cells.
        Dictionary<string, int> visits = [];
        foreach (BranchShare branch in _cells.SelectMany(cell => cell.Part!.Branches))
        {
            visits[branch.Branch] = visits.GetValueOrDefault(branch.Branch) + 1;
        }

        List<BranchShare> open = [];
        foreach (BranchShare left in Parts.SelectMany(part => part.Left))
        {
            int count = visits.GetValueOrDefault(left.Branch);
            visits[left.Branch] = count - 1;
            if (count <= 0)
            {
                open.Add(left);
            }
        }

        return open;
    }

    /// <summary>What the parts have learned; null if their assumptions hold so far.</summary>
    public SearchAssumptions? Learned()
    {
        SearchAssumptions learned = Parts.Select(part => part.Learned).OfType<SearchAssumptions>()
            .Aggregate(search.Assumptions, (all, one) => all.Union(one));
        return learned == search.Assumptions ? null : learned;
    }

    /// <summary>Whether all branches have been visited.</summary>
    public bool IsVisited => _cells.All(cell => records.Of(cell) is not null) && Open().Count == 0;

    /// <summary>Sums up.</summary>
    /// <param name="closure">What the whole comes to; null as long as it is not visited.</param>
    public MergedSearch Sum(SearchClosure? closure)
    {
        IReadOnlyList<SearchPartResult> parts = Parts;
        CyclicExecution[] cyclic = [.. parts.SelectMany(part => part.Cyclic).DistinctBy(each => each.Graph)];
        string shares = parts.Aggregate(Share.None, (sum, part) => sum + Share.Parse(part.Share)).ToString();
        IReadOnlyList<string> reasons = [.. Reasons(closure, shares)];
        return new MergedSearch(string.Join(' ', search.Arguments), search.Model, search.Id,
            search.Assumptions with { Makers = [] })
        {
            IsComplete = reasons.Count == 0,
            Reasons = reasons,
            Parts = parts.Count - 1,
            Shares = shares,
            Executions = parts.Sum(part => part.Executions) + cyclic.Count(each => each.Outcome is not null),
            Blocked = parts.Sum(part => part.Blocked) + cyclic.Count(each => each.Outcome is null),
            Truncated = parts.Sum(part => part.Truncated),
            Cyclic = cyclic.Length,
            Outcomes = [.. parts.SelectMany(part => part.Outcomes)
                .Concat(cyclic.Where(each => each.Outcome is not null)
                    .Select(each => new OutcomeTally(each.Outcome!, 1, each.Violation)))
                .GroupBy(each => (each.Outcome, each.Violation), (key, each) =>
                    new OutcomeTally(key.Outcome, each.Sum(one => one.Count), key.Violation))
                .OrderBy(each => each.Outcome, StringComparer.Ordinal)
                .ThenBy(each => each.Violation, StringComparer.Ordinal)],
            Violations = [.. parts.SelectMany(part => part.Violations).Distinct().Order(StringComparer.Ordinal)],
            Counterexample = parts.Select(part => part.Found).Aggregate(FoundExecution.Easier)?.Counterexample,
            HasFailedSwaps = parts.Any(part => part.HasFailedSwaps),
            Refusals = Refusals(parts),
        };
    }

    private IEnumerable<string> Reasons(SearchClosure? closure, string shares)
    {
        int missing = _cells.Count(cell => records.Of(cell) is null);
        int open = Open().Count;
        if (missing > 0)
        {
            yield return $"{missing} of {_cells.Length} cells have no record";
        }

        if (open > 0)
        {
            yield return $"{open} branches are left: plan the next round (--next)";
        }

        if (Orphans() is int orphans and > 0)
        {
            yield return $"{orphans} cells visit what no other cell has left to them";
        }

        if (missing == 0 && open == 0 && shares != Share.All.ToString())
        {
            yield return $"the shares sum up to {shares}, not to 1";
        }

        if (Learned() is not null || closure?.Learned is not null)
        {
            yield return "an assumption turned out wrong: plan it again (--next)";
        }

        foreach (string refusal in Refusals(Parts))
        {
            yield return refusal;
        }

        foreach (string bound in Parts.SelectMany(part => part.Bounds).Concat(closure?.Bounds ?? [])
            .Select(bound => bound.Reason).Distinct())
        {
            yield return bound;
        }
    }

    private static IReadOnlyList<string> Refusals(IEnumerable<SearchPartResult> parts) =>
        [.. parts.Select(part => part.Refusal).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Cells with branches that neither the root nor a record has left.</summary>
    private int Orphans()
    {
        HashSet<string> left = [.. Parts.SelectMany(part => part.Left).Select(each => each.Branch)];
        return _cells.Count(cell => cell.Part!.Branches.Any(each => !left.Contains(each.Branch)));
    }
}
