using System.Text.Json;
using Campaigns.Merging;
using Campaigns.Planning;
using Campaigns.Plans;
using Campaigns.Work;
using Exploration;
using Exploration.Division;

namespace Campaigns.Tests;

/// <summary>A campaign of one search in a folder of its own.</summary>
internal sealed class TestCampaign : IDisposable
{
    private const int MostRounds = 200;
    private readonly TemporaryFolder _folder = new();

    private readonly SearchPlanner _planner;

    public TestCampaign(ModelName model, int cells, long slice, params string[] arguments)
        : this(model, cells, slice, branchesPerCell: 4, arguments)
    {
    }

    public TestCampaign(ModelName model, int cells, long slice, int branchesPerCell, params string[] arguments)
        : this(model, cells, slice, branchesPerCell, SearchPlanner.UsualFirstLook, arguments)
    {
    }

    public TestCampaign(
        ModelName model, int cells, long slice, int branchesPerCell, long firstLook, params string[] arguments)
    {
        _planner = new SearchPlanner(
            new Catalogue(), TestContext.Current.CancellationToken, branchesPerCell, firstLook);
        Plan = _planner.Add(
            new PlanRequest("build", "1.0", cells, slice).Empty(), ["explore", .. arguments], model,
            new SearchAssumptions());
        Assert.InRange(Plan.Cells.Count, 0, cells);
        PlanFile.Write(PlanPath, Plan);
        Directory.CreateDirectory(Records);
    }

    public Plan Plan { get; private set; }

    public string PlanPath => _folder.PathOf("plan.json");

    public string Records => _folder.PathOf("records");

    public string[] Files => [.. Directory.GetFiles(Records, "*.record.json").Order(StringComparer.Ordinal)];

    public static ICellRunner Runner { get; } =
        new CellRunner(new Catalogue(), (_, _) => throw new InvalidOperationException("no verb here"));

    public MergedCampaign Sum() => new CampaignMerge(Plan, Records, new Catalogue()).Sum();

    public WorkDone Work(int index, int count, ICellRunner? runner = null, CancellationToken? cancellation = null) =>
        new CampaignWork(PlanFile.Read(PlanPath, "build"), Records, runner ?? Runner)
            .Run(new Shard(index, count), (_, _) => { }, cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>Plans what is left.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool PlanNext()
    {
        Plan next = _planner.Next(Plan, new CampaignMerge(Plan, Records, new Catalogue()));
        bool isMore = !ReferenceEquals(next, Plan);
        Plan = next;
        PlanFile.Write(PlanPath, Plan);
        return isMore;
    }

    /// <summary>Works with so many shards, round by round, until nothing is left.</summary>
    public MergedCampaign Complete(int shards)
    {
        do
        {
            for (int index = 1; index <= shards; index++)
            {
                Assert.True(Work(index, shards).IsWhole);
            }

            Assert.True(Plan.Round < MostRounds);
        }
        while (PlanNext());

        return Sum();
    }

    /// <summary>What was found, without what depends on how it was divided.</summary>
    public static string Report(MergedCampaign merged) =>
        JsonSerializer.Serialize(merged.Explore!.Select(search => search with
        {
            Search = "",
            Parts = 0,
        }));

    public void Dispose() => _folder.Dispose();
}
