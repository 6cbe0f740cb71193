using Exploration.Actors;
using Exploration.Division;
using Exploration.Graphs;
using Exploration.Models;

namespace Exploration.Search;

/// <summary>The one worker of a part, with the part's assumptions.</summary>
internal sealed class DividedTeam : IDisposable
{
    private readonly SearchAssumptions _assumptions;
    private readonly SearchBudget _budget;
    private readonly WorkerTeam _team;
    private readonly LocationSet _commuting;

    /// <summary>Makes it.</summary>
    public DividedTeam(
        ProgramSource source, ExplorationOptions options, SearchAssumptions assumptions, CancellationToken cancellation)
    {
        _assumptions = assumptions;
        _budget = new SearchBudget(options, cancellation);
        _team = new WorkerTeam(source, options, _budget);
        _team.Assume(assumptions);
        _commuting = options.Equivalence == Equivalence.Graph || assumptions.OrdersAll
            ? default
            : _team.AllLocations - _team.LocationsOf(assumptions.Ordered);
    }

    /// <summary>Visits a part.</summary>
    public SearchPartResult Explore<TModel>(SearchPart part)
        where TModel : struct, IMemoryModel
    {
        List<(Branch Branch, Share Share)> given =
            [.. part.Branches.Select(each => (Branch.Parse(each.Branch), Share.Parse(each.Share)))];
        List<Branch> taken = [];
        WorkPool pool = new(workers: 1, part.SplitInto, taken);
        _budget.LimitSlice(part.LimitExecutions, pool.Close);
        LocationSet ordered = _team.Search<TModel>(_commuting, pool, [.. given.Select(each => each.Branch)]);
        SharesOfBranches shares = new(given);
        return _team.ReportPart() with
        {
            Share = taken.Aggregate(Share.None, (sum, branch) => sum + shares.Kept(branch)).ToString(),
            Left = [.. pool.Left.Select(branch => new BranchShare(branch.ToString(), shares.Of(branch).ToString()))],
            Learned = _team.Learned(_assumptions, ordered),
        };
    }

    /// <summary>Asks what needs the whole search.</summary>
    public SearchClosure Close<TModel>(IEnumerable<IReadOnlyList<string>> ways)
        where TModel : struct, IMemoryModel
    {
        _team.Begin();
        _team.Absorb(ways);
        bool holds = _team.ProvesWaits() && _team.HasTriedAllValues<TModel>();
        return new SearchClosure(holds ? null : _team.Learned(_assumptions, ordered: default), _budget.Bounds);
    }

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();
}
