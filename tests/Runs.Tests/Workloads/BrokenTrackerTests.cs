using Harness.Teams;
using Runs.Totals;
using Runs.Workloads;
using Scenarios.Selection;
using Tracker.Ids;
using Tracker.SubIds;

namespace Runs.Tests.Workloads;

/// <summary>Whatever broken code does to a run, also an exception, ends in a violation.</summary>
public class BrokenTrackerTests
{
    [Theory]
    [InlineData(nameof(FreesTwice), false)]
    [InlineData(nameof(FreesTwice), true)]
    [InlineData(nameof(ThrowsAtTheEnd), true)]
    public void An_exception_of_the_id_source_is_a_violation(string source, bool isAudited)
    {
        Workload workload = new ChurnWith(
            ids => source == nameof(FreesTwice) ? new FreesTwice(ids) : new ThrowsAtTheEnd(ids));
        WorkloadShape shape = new(new OrderRange(4), Folios: 8, Mms: 8, Writers: 2, Readers: 1, Seed: 1);
        WorkloadPlan plan = new(
            workload,
            shape,
            Schemes.RmapId,
            new TrackerSelection(),
            new TeamPlan(TimeSpan.FromSeconds(20), Seed: 1) { Operations = 2_000 })
        {
            IsAudited = isAudited,
        };
        WorkloadResult result = new WorkloadRunner(plan, _ => { }, TestContext.Current.CancellationToken).Run();
        Assert.Contains(result.Violations,
            violation => violation.Observed.Contains("freed twice", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Violations, violation => violation.Kind == "leftover" && !isAudited);
    }

    private sealed class ChurnWith(Func<IRmapIds, IRmapIds> wrap) : Workload
    {
        private readonly Churn _churn = new();

        public override string Name => "broken";

        public override string Description => "Churn over a broken source of IDs.";

        public override IRmapIds ChooseIds(SubIdScheme scheme, IRmapIds allocator) => wrap(allocator);

        public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
            _churn.CreateWriter(stage, writer);
    }

    private class FreesTwice(IRmapIds source) : IRmapIds
    {
        public int MaxId => source.MaxId;

        public bool TryAllocate(out int id) => source.TryAllocate(out id);

        public virtual void Free(int id)
        {
            source.Free(id);
            source.Free(id);
        }

        public bool IsHandedOut(int id) => source.IsHandedOut(id);

        public virtual void Dispose() => source.Dispose();
    }

    /// <summary>As a cache that gives back what it should not have.</summary>
    private sealed class ThrowsAtTheEnd(IRmapIds source) : FreesTwice(source)
    {
        private readonly IRmapIds _source = source;

        public override void Free(int id) => _source.Free(id);

        public override void Dispose()
        {
            try
            {
                _source.Free(8);
            }
            finally
            {
                base.Dispose();
            }
        }
    }
}
