using Exploration.Counterexamples;

namespace Exploration.Advice;

/// <summary>Finds the smallest sets of accesses that repair a refuted scenario when they are stronger.</summary>
/// <remarks>
/// An execution that shows a violation is still one of the program in which only accesses that it does not perform are
/// stronger. So a set that leaves out every place of some counterexample need not be explored.
/// </remarks>
internal sealed class RepairSearch(AdvisedScenario scenario, CancellationToken cancellation)
{
    /// <summary>Most accesses of a repair.</summary>
    public const int MaxAccesses = 3;

    private readonly List<HashSet<string>> _shown = [];

    /// <summary>Whether every search that it rests on was complete.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>
    /// The repairs of the fewest accesses and, among them, of the fewest full fences; none holds a needlessly strong
    /// access.
    /// </summary>
    public IReadOnlyList<Repair> Find()
    {
        Note(scenario.Result);
        IReadOnlyList<SiteUse> sites =
        [
            .. scenario.Sites.Stronger.Keys
                .OrderBy(site => site.File, StringComparer.Ordinal).ThenBy(site => site.Line),
        ];
        if (sites.Count == 0 || Explore(Strongest(sites)) is null)
        {
            return [];
        }

        for (int size = 1; size <= Math.Min(MaxAccesses, sites.Count); size++)
        {
            List<Repair> repairs = [];
            foreach (IReadOnlyList<SiteUse> set in SetsOf(sites, size, 0))
            {
                if (HitsAll(set) && Explore(Strongest(set)) is not null)
                {
                    repairs.AddRange(Weakest(set));
                }
            }

            if (repairs.Count > 0)
            {
                int fewest = repairs.Min(FencesOf);
                return [.. repairs.Where(repair => FencesOf(repair) == fewest)];
            }
        }

        return [];
    }

    private static int FencesOf(Repair repair) => repair.Accesses.Count(access => access.As == Strengthening.Full);

    private Strengthened[] Strongest(IReadOnlyList<SiteUse> set) =>
        [.. set.Select(site => new Strengthened(site, scenario.Sites.Stronger[site][^1]))];

    /// <summary>Of a set that repairs, what each access has to be at least.</summary>
    private List<Repair> Weakest(IReadOnlyList<SiteUse> set)
    {
        List<Repair> found = [];
        foreach (Strengthened[] each in ChoicesOf(set).OrderBy(choice => choice.Sum(one => (int)one.As)))
        {
            if (!found.Any(repair => IsAtLeast(each, repair.Accesses)) && Explore(each) is Repair repair)
            {
                found.Add(repair);
            }
        }

        return found;
    }

    private IEnumerable<Strengthened[]> ChoicesOf(IReadOnlyList<SiteUse> set) =>
        set.Aggregate<SiteUse, IEnumerable<Strengthened[]>>(
            [[]],
            (choices, site) => choices.SelectMany(
                choice => scenario.Sites.Stronger[site],
                (choice, stronger) => (Strengthened[])[.. choice, new(site, stronger)]));

    private static bool IsAtLeast(Strengthened[] one, IReadOnlyList<Strengthened> other) =>
        one.Zip(other).All(pair => pair.First.As == pair.Second.As || pair.First.As == Strengthening.Full);

    private bool HitsAll(IReadOnlyList<SiteUse> set) =>
        _shown.All(places => set.Any(site => places.Contains(site.Place)));

    /// <summary>The repair, if every execution of the program with it was visited and none is forbidden.</summary>
    private Repair? Explore(Strengthened[] accesses)
    {
        ExplorationResult result = scenario.Explore(
            accesses.ToDictionary(access => access.Site, access => Replacements.Of(access.As)), cancellation);
        Note(result);
        IsComplete &= result.Verdict != ExplorationVerdict.Inconclusive;
        return result.Verdict == ExplorationVerdict.Passed ? new Repair(accesses, result.Executions) : null;
    }

    private void Note(ExplorationResult result)
    {
        if (result.Counterexample is Counterexample shown && shown.Steps.All(step => step.File is not null))
        {
            _shown.Add([.. shown.Steps.Select(step => $"{step.File}:{step.Line}")]);
        }
    }

    private static IEnumerable<IReadOnlyList<SiteUse>> SetsOf(IReadOnlyList<SiteUse> sites, int size, int first)
    {
        if (size == 0)
        {
            return [[]];
        }

        return Enumerable.Range(first, Math.Max(0, sites.Count - first)).SelectMany(
            index => SetsOf(sites, size - 1, index + 1),
            (index, rest) => (IReadOnlyList<SiteUse>)[sites[index], .. rest]);
    }
}
