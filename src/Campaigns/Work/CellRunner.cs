using System.Text.Json.Nodes;
using Atomics.Programs;
using Campaigns.Merging;
using Campaigns.Plans;
using Campaigns.Records;
using Exploration;
using Exploration.Division;
using Exploration.Search;

namespace Campaigns.Work;

/// <summary>Does the cells of every kind.</summary>
/// <param name="scenarios">Finds what searches are about.</param>
/// <param name="verb">Runs a command line of <c>stress</c>, and returns its JSON; throws if it has none.</param>
public sealed class CellRunner(ISearchScenarios scenarios,
    Func<IReadOnlyList<string>, CancellationToken, JsonObject> verb) : ICellRunner
{
    /// <inheritdoc/>
    public CellResult Run(Plan plan, Cell cell, CancellationToken cancellation) => cell.Kind switch
    {
        CellKind.Explore when cell.Part is SearchCell part => Visit(plan, part, cancellation),
        CellKind.Explore => new CellResult { Totals = ReducedReport.OfSearch(Whole(cell, cancellation)) },
        CellKind.Run => new CellResult { Totals = ReducedReport.OfRun(Whole(cell, cancellation)) },
        CellKind.Coyote or CellKind.Tests => new CellResult { Totals = TestProcess.Run(cell, cancellation) },
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "No kind of cell."),
    };

    private JsonObject Whole(Cell cell, CancellationToken cancellation)
    {
        JsonObject report = verb(cell.Arguments, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return report;
    }

    private CellResult Visit(Plan plan, SearchCell cell, CancellationToken cancellation)
    {
        PlannedSearch search = plan.Searches.Single(each => each.Id == cell.Search);
        (ScenarioDeclaration scenario, ExplorationOptions options) = scenarios.Find(search);
        SearchPart part = new()
        {
            Assumptions = search.Assumptions,
            Branches = cell.Branches,
            LimitExecutions = cell.LimitExecutions
        };
        try
        {
            return new CellResult { Part = DividedSearch.Explore(scenario, options, part, cancellation) };
        }
        catch (ExplorationException refused) when (refused.IsUnsupported)
        {
            return new CellResult { Part = SearchPartResult.Refused(refused.Message) };
        }
        catch (Exception refused) when (refused is ExplorationException or FormatException)
        {
            throw new CampaignException($"{cell.Branches.Count} branches of '{string.Join(' ', search.Arguments)}', "
                + $"{search.Model}: {refused.Message}");
        }
    }
}
