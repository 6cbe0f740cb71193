using Campaigns.Plans;
using Campaigns.Records;
using Exploration;
using Exploration.Division;
using Exploration.Search;
using Harness;

namespace Campaigns.Merging;

/// <summary>Sums up a campaign. It only reads, so that it may be done at any time and any number of times.</summary>
/// <param name="plan">The plan.</param>
/// <param name="folder">The path of the folder with the records.</param>
/// <param name="scenarios">Finds what searches are about.</param>
public sealed class CampaignMerge(Plan plan, string folder, ISearchScenarios scenarios)
{
    private readonly RecordChoice _records = new(plan, folder);

    /// <summary>The searches that count, each with what was found.</summary>
    public IReadOnlyList<SearchMerge> Searches =>
        [.. InForce.Select(search => new SearchMerge(plan, search, _records))];

    private PlannedSearch[] InForce => [.. plan.Searches.Where(search => !search.IsVoid)];

    /// <summary>Sums up.</summary>
    public MergedCampaign Sum()
    {
        Cell[] cells = [.. plan.CellsInForce()];
        Cell[] missing = [.. cells.Where(cell => _records.Of(cell) is null)];
        MergedSearch[] searches = [.. InForce.Select(Sum)];
        MergedVerb? run = SumVerbs(cells, CellKind.Run);
        MergedVerb? classes = SumVerbs(cells, CellKind.Explore);
        MergedVerb? coyote = SumVerbs(cells, CellKind.Coyote);
        MergedVerb? tests = SumVerbs(cells, CellKind.Tests);
        bool isComplete = missing.Length == 0 && Array.TrueForAll(searches, search => search.IsComplete);
        return new MergedCampaign
        {
            Cells = cells.Length,
            Done = cells.Length - missing.Length,
            Missing = [.. missing.Select(cell => cell.Name)],
            Duplicates = _records.Duplicates,
            Rejected = _records.Rejected,
            IsComplete = isComplete,
            Shares = searches.Aggregate(Share.None, (sum, search) => sum + Share.Parse(search.Shares)).ToString(),
            Verdict = Conclude(isComplete, searches, [run, classes, coyote, tests]),
            Run = run,
            Classes = classes,
            Explore = searches.Length == 0 ? null : searches,
            Coyote = coyote,
            Tests = tests,
        };
    }

    /// <summary>How far it is.</summary>
    public CampaignStatus Status()
    {
        Cell[] cells = [.. plan.CellsInForce()];
        Cell[] missing = [.. cells.Where(cell => _records.Of(cell) is null)];
        IReadOnlyDictionary<string, DateTime> marks = new RecordFolder(folder).Running();
        DateTime[] beats = [.. missing.Where(cell => marks.ContainsKey(cell.Id)).Select(cell => marks[cell.Id])];
        int lost = beats.Count(beat => DateTime.UtcNow - beat > TimeSpan.FromMinutes(1));
        return new CampaignStatus(
            cells.Length,
            cells.Length - missing.Length,
            beats.Length - lost,
            lost,
            Searches.Sum(search => search.Open().Count),
            [.. _records.All.SelectMany(record => record.Result.Totals?.Violations ?? record.Result.Part!.Violations)
                .Distinct()
                .Order(StringComparer.Ordinal)],
            _records.All.Count == 0
                ? null
                : Math.Round(missing.Length * _records.All.Average(record => record.Seconds), 1));
    }

    /// <summary>What a search comes to as a whole; null as long as it has not been visited.</summary>
    public SearchClosure? Close(SearchMerge merge, PlannedSearch search)
    {
        if (!merge.IsVisited || merge.Learned() is not null || merge.Parts.Any(part => part.Refusal is not null))
        {
            return null;
        }

        (Atomics.Programs.ScenarioDeclaration scenario, ExplorationOptions options) = scenarios.Find(search);
        return DividedSearch.Close(scenario, options, search.Assumptions, merge.Parts.Select(part => part.Ways));
    }

    private MergedSearch Sum(PlannedSearch search)
    {
        SearchMerge merge = new(plan, search, _records);
        MergedSearch sum = merge.Sum(Close(merge, search));
        bool needsSecond = sum.IsComplete && sum.HasFailedSwaps && sum.Violations.Count == 0
            && search.Model == ModelName.Dotnet
            && !search.Assumptions.SwapAcquires && !Array.Exists(InForce, other => IsSecond(other, search));
        return needsSecond
            ? sum with
            {
                IsComplete = false,
                Reasons = ["a CompareExchange has failed, which may only acquire: plan that search (--next)"]
            }
            : WithSites(sum, search);
    }

    /// <summary>
    /// Whether a search is the second one of another, in which a failed compare-and-swap only acquires.
    /// </summary>
    public static bool IsSecond(PlannedSearch other, PlannedSearch search) =>
        other.Assumptions.SwapAcquires && other.Model == search.Model
            && other.Arguments.SequenceEqual(search.Arguments);

    private MergedSearch WithSites(MergedSearch sum, PlannedSearch search) => sum.Counterexample is null
        ? sum
        : sum with { Counterexample = Explorer.FindSites(scenarios.Find(search).Scenario, sum.Counterexample) };

    private MergedVerb? SumVerbs(IEnumerable<Cell> cells, CellKind kind)
    {
        Cell[] asked = [.. cells.Where(cell => cell.Kind == kind && cell.Part is null)];
        VerbTotals[] totals = [.. asked.Select(_records.Of).Select(record => record?.Result.Totals)
            .OfType<VerbTotals>()];
        return asked.Length == 0 ? null : new MergedVerb(
            totals.Length,
            new SortedDictionary<string, int>(
                totals.GroupBy(each => each.Verdict).ToDictionary(each => each.Key, each => each.Count())),
            Sum(totals.SelectMany(each => each.Counts)),
            [.. totals.SelectMany(each => each.Violations).Distinct().Order(StringComparer.Ordinal)])
        {
            Schedules = kind == CellKind.Coyote ? Sum(totals.SelectMany(each => each.Schedules!)) : null,
        };
    }

    private static SortedDictionary<string, long> Sum(IEnumerable<KeyValuePair<string, long>> figures) => new(
        figures.GroupBy(each => each.Key).ToDictionary(each => each.Key, each => each.Sum(one => one.Value)),
        StringComparer.Ordinal);

    /// <summary>
    /// A violation counts however much is missing; but one that only the acquiring compare-and-swap shows is no
    /// verdict, as in <c>explore</c>.
    /// </summary>
    private static Verdict Conclude(bool isComplete, MergedSearch[] searches, MergedVerb?[] verbs)
    {
        string[] verdicts = [.. verbs.OfType<MergedVerb>().SelectMany(verb => verb.Verdicts.Keys)];
        bool isViolated = verdicts.Contains("violation")
            || Array.Exists(searches, search => search.Violations.Count > 0 && !search.Assumptions.SwapAcquires);
        bool isOpen = !isComplete
            || Array.Exists(searches, search => search.Violations.Count > 0 || search.Executions == 0);
        bool isUnsupported = verdicts.Contains(Verdict.UnsupportedCode.Word())
            || Array.Exists(searches, search => search.Refusals.Count > 0);
        return isViolated ? Verdict.Violation
            : isUnsupported ? Verdict.UnsupportedCode
            : isOpen || Array.Exists(verdicts, verdict => verdict != "pass") ? Verdict.Inconclusive
            : Verdict.Pass;
    }
}
