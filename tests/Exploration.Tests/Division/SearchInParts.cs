using Atomics.Programs;
using Exploration.Division;

namespace Exploration.Tests.Division;

/// <summary>
/// A whole search made of many parts, as a campaign would do it, and what all of them found together.
/// </summary>
/// <param name="declare">Declares the scenario: each part has its own, as if it were in another process.</param>
/// <param name="options">What to explore.</param>
/// <param name="splitInto">Into how many branches the root is divided.</param>
/// <param name="limitExecutions">How much of the search a part does.</param>
internal sealed class SearchInParts(Func<ScenarioDeclaration> declare, ExplorationOptions options, int splitInto,
    long limitExecutions)
{
    private const int MaxBeginnings = 200;

    private readonly List<SearchPartResult> _parts = [];
    private SearchAssumptions _assumptions = new();

    /// <summary>Parts of the search that came to its end.</summary>
    public int Parts => _parts.Count;

    /// <summary>How often it began, because a part had found an assumption wrong.</summary>
    public int Beginnings { get; private set; }

    /// <summary>The sum of all shares.</summary>
    public string Shares => _parts.Aggregate(Share.None, (sum, part) => sum + Share.Parse(part.Share)).ToString();

    /// <summary>What the search found, as <c>Describe</c> says it.</summary>
    public string Run()
    {
        SearchAssumptions? learned = new();
        while (learned is not null)
        {
            Assert.True(++Beginnings <= MaxBeginnings, "a search that begins again and again");
            _assumptions = learned;
            learned = Visit();
        }

        return Sum();
    }

    /// <summary>What a search in one piece found.</summary>
    public static string Describe(ExplorationResult whole) => Describe(
        whole.Executions,
        whole.Blocked,
        whole.Outcomes.Select(each => new OutcomeTally(each.Outcome, each.Count, each.Violation)),
        whole.Violations,
        whole.Counterexample?.ToText());

    private SearchAssumptions? Visit()
    {
        _parts.Clear();
        Queue<BranchShare> open = new();
        SearchAssumptions learned = Take(splitInto, [BranchShare.Root], open);
        while (open.Count > 0 && learned == _assumptions)
        {
            // Parts of several branches, too.
            BranchShare[] next = [.. Enumerable.Range(0, Math.Min(open.Count, 1 + (_parts.Count % 3)))
                .Select(_ => open.Dequeue())];
            learned = learned.Union(Take(0, next, open));
        }

        return learned != _assumptions ? learned
            : Search.DividedSearch.Close(declare(), options, _assumptions, _parts.Select(part => part.Ways)).Learned;
    }

    private SearchAssumptions Take(int split, BranchShare[] branches, Queue<BranchShare> open)
    {
        SearchPart part = new()
        {
            Assumptions = _assumptions,
            Branches = branches,
            SplitInto = split,
            LimitExecutions = split > 0 ? long.MaxValue : limitExecutions,
        };
        SearchPartResult result =
            Search.DividedSearch.Explore(declare(), options, part, TestContext.Current.CancellationToken);
        _parts.Add(result);
        result.Left.ToList().ForEach(open.Enqueue);
        return result.Learned ?? _assumptions;
    }

    private string Sum()
    {
        CyclicExecution[] cyclic = [.. _parts.SelectMany(part => part.Cyclic).DistinctBy(each => each.Graph)];
        return Describe(
            _parts.Sum(part => part.Executions) + cyclic.Count(each => each.Outcome is not null),
            _parts.Sum(part => part.Blocked) + cyclic.Count(each => each.Outcome is null),
            _parts.SelectMany(part => part.Outcomes)
                .Concat(cyclic.Where(each => each.Outcome is not null)
                    .Select(each => new OutcomeTally(each.Outcome!, 1, each.Violation)))
                .GroupBy(each => (each.Outcome, each.Violation),
                    (key, each) => new OutcomeTally(key.Outcome, each.Sum(one => one.Count), key.Violation)),
            _parts.SelectMany(part => part.Violations).Distinct().Order(StringComparer.Ordinal),
            _parts.Select(part => part.Found).Aggregate(FoundExecution.Easier)?.Counterexample.ToText());
    }

    private static string Describe(
        long executions, long blocked, IEnumerable<OutcomeTally> outcomes, IEnumerable<string> violations,
        string? counterexample) =>
        string.Join('\n',
        [
            $"{executions} executions, {blocked} blocked",
            .. outcomes.OrderBy(each => each.Outcome, StringComparer.Ordinal)
                .ThenBy(each => each.Violation, StringComparer.Ordinal)
                .Select(each => $"{each.Outcome}: {each.Count} {each.Violation}"),
            .. violations,
            counterexample ?? "no counterexample",
        ]);
}
