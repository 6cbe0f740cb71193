using Atomics.Programs;
using Campaigns.Merging;
using Campaigns.Plans;
using Exploration;
using Exploration.Division;
using Exploration.Search;

namespace Campaigns.Planning;

/// <summary>Divides searches into cells: first the root, then, round by round, what is left.</summary>
/// <param name="scenarios">Finds what a search is about.</param>
/// <param name="cancellation">Gives the planning up.</param>
/// <param name="branchesPerCell">Branches for each cell of the first round.</param>
/// <param name="firstLook">Executions after which assumptions are believed for the time being, at least 1.</param>
public sealed class SearchPlanner(
    ISearchScenarios scenarios,
    CancellationToken cancellation,
    int branchesPerCell = SearchPlanner.UsualBranchesPerCell,
    long firstLook = SearchPlanner.UsualFirstLook)
{
    /// <summary>Branches for each cell of the first round: a cell that got one would be done soon or never.</summary>
    public const int UsualBranchesPerCell = 50;

    /// <summary>Executions of the first look: some tenths of a second.</summary>
    public const long UsualFirstLook = 20_000;

    /// <summary>Adds a search.</summary>
    /// <param name="plan">The plan so far.</param>
    /// <param name="arguments">The command line of the search.</param>
    /// <param name="model">The memory model.</param>
    /// <param name="assumptions">What is known by now.</param>
    public Plan Add(Plan plan, IReadOnlyList<string> arguments, ModelName model, SearchAssumptions assumptions)
    {
        (ScenarioDeclaration scenario, ExplorationOptions options) = scenarios.Find(arguments, model);
        SearchAssumptions known = Learn(scenario, options, assumptions);
        SearchPart root = new()
        {
            Assumptions = known,
            Branches = [BranchShare.Root],
            SplitInto = branchesPerCell * plan.CellsPerCommand
        };
        SearchPartResult found = DividedSearch.Explore(scenario, options, root, cancellation);
        string code = scenarios.CodeOf(arguments);
        PlannedSearch search = new(PlannedSearch.IdOf(plan.Build, code, arguments, model, known), code, arguments,
            model, known, found);
        if (plan.Searches.Any(other => other.Id == search.Id))
        {
            throw new CampaignException(
                $"'{string.Join(' ', arguments)}' under {model} is asked for twice; accepted: each search once");
        }

        return Deal(plan with { Searches = [.. plan.Searches, search] }, search, found.Left);
    }

    /// <summary>Plans what the records have left.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="merge">What the records come to.</param>
    public Plan Next(Plan plan, CampaignMerge merge)
    {
        Plan next = plan with { Round = plan.Round + 1 };
        PlannedSearch[] inForce = [.. plan.Searches.Where(search => !search.IsVoid)];
        foreach ((PlannedSearch search, SearchMerge found) in inForce.Zip(merge.Searches))
        {
            SearchClosure? closure = merge.Close(found, search);
            if ((found.Learned() ?? closure?.Learned) is SearchAssumptions learned)
            {
                next = Add(Void(next, search), search.Arguments, search.Model, learned);
            }
            else if (found.Open() is { Count: > 0 } open)
            {
                next = Deal(next, search, open);
            }
            else if (closure is not null && NeedsSecond(inForce, search, found.Sum(closure)))
            {
                next = Add(next, search.Arguments, search.Model, search.Assumptions with { SwapAcquires = true });
            }
        }

        return next.Cells.Count == plan.Cells.Count && next.Searches.Count == plan.Searches.Count ? plan : next;
    }

    private static bool NeedsSecond(PlannedSearch[] inForce, PlannedSearch search, MergedSearch sum) =>
        search.Model == ModelName.Dotnet && sum.HasFailedSwaps && sum.Violations.Count == 0
            && !search.Assumptions.SwapAcquires
        && !Array.Exists(inForce, other => CampaignMerge.IsSecond(other, search));

    private static Plan Void(Plan plan, PlannedSearch search) => plan with
    {
        Searches = [.. plan.Searches.Select(each => each.Id == search.Id ? each with { IsVoid = true } : each)],
    };

    /// <summary>A look at the first executions learns most of what a search has to take for granted.</summary>
    private SearchAssumptions Learn(ScenarioDeclaration scenario, ExplorationOptions options,
        SearchAssumptions assumptions)
    {
        SearchAssumptions known = assumptions;
        while (true)
        {
            SearchPart look = new() { Assumptions = known, Branches = [BranchShare.Root], LimitExecutions = firstLook };
            SearchPartResult seen = DividedSearch.Explore(scenario, options, look, cancellation);
            SearchAssumptions? learned = seen.Learned
                ?? DividedSearch.Close(scenario, options, known, [seen.Ways]).Learned;
            if (learned is null)
            {
                return known;
            }

            known = learned;
        }
    }

    /// <summary>Deals branches like cards, since neighbours are alike in size.</summary>
    private static Plan Deal(Plan plan, PlannedSearch search, IReadOnlyList<BranchShare> branches)
    {
        int cells = Math.Min(plan.CellsPerCommand, branches.Count);
        Cell[] dealt = [.. Enumerable.Range(0, cells).Select(cell => search.CellOf(
            [.. branches.Where((_, index) => index % cells == cell)],
            plan.Slice,
            $"{string.Join(' ', search.Arguments)}, {search.Model}, round {plan.Round}, part {cell + 1} of {cells}"))];
        return plan with { Cells = [.. plan.Cells, .. dealt] };
    }
}
