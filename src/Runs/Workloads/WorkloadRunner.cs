using System.Diagnostics;
using System.Numerics;
using Atomics;
using Harness.Teams;
using Runs.Auditing;
using Runs.Totals;
using Runs.Worlds;
using Scenarios.Selection;
using Tracker.Ids;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>Runs one workload: world, workers, team, result.</summary>
/// <param name="plan">The workload.</param>
/// <param name="watch">Called now and then with what was done so far.</param>
/// <param name="cancellation">Ends the run early.</param>
public sealed class WorkloadRunner(WorkloadPlan plan, Action<RunTotals> watch, CancellationToken cancellation)
    : ITrackingVisitor<WorkloadResult>
{
    /// <summary>
    /// More parts than this do not pay: each of them looks through every log. Below it, two for each processor, since
    /// folios fall into parts unevenly and who has done a small part takes another.
    /// </summary>
    private const int MaxAuditParts = 8;

    /// <summary>Is told of rounds and violations; null if nobody wants to know.</summary>
    public IRunObserver? Observer { get; init; }

    /// <summary>Runs the workload until its budget is spent, a violation stops it, or the run is interrupted.</summary>
    public WorkloadResult Run() => plan.Team.Perturbation.IsBare ? Run<HardwareMemory>() : Run<PerturbedMemory>();

    /// <inheritdoc/>
    public WorkloadResult Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
    {
        WorkloadShape shape = plan.Shape;
        (IRmapIds ids, Func<int> idsOut) = MakeIds();
        World world =
            new(new WorldPlan(TrackerView.Of(plan.Scheme, tracking), ids, Folios, plan.Workload.MmCapacity(shape))
            {
                IdsOut = idsOut,
                RoundSize = RoundSize.For(shape.Writers + shape.Readers),
                InitialSequence = plan.InitialSequence,
                AuditParts = plan.IsAudited
                ? (int)Math.Min(MaxAuditParts, 2 * BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount))
                : 0,
            });
        Stage<TTracking> stage = new(world, tracking, shape);
        List<CountedRole> roles =
        [
            .. Enumerable.Range(0, shape.Writers).Select(writer => plan.Workload.CreateWriter(stage, writer)),
            .. Enumerable.Range(0, shape.Readers).Select(reader => plan.Workload.CreateReader(stage, reader)),
        ];
        Divide(roles);
        Observe(world, roles);
        using Team team = new(world.Rounds, world, roles, plan.Team);
        team.Run(elapsed => watch(Sum(world, roles, elapsed)), cancellation);
        if (team.IsStuck)
        {
            // Its threads still run: what they use is left to them.
            return Result(world, roles, team);
        }

        Conclude(world, world.Rounds.Finish);
        roles.ForEach(role => Conclude(world, role.Dispose));
        if (!team.HasLostWorker)
        {
            world.ReportLeftovers();
        }

        Conclude(world, world.Dispose);
        return Result(world, roles, team);
    }

    private int Folios => plan.Workload.FolioCapacity(plan.Shape);

    /// <summary>Gives each writer its part of the sections asked for; the first ones have those left over.</summary>
    private void Divide(List<CountedRole> roles)
    {
        if (plan.Team.Operations is long sections && plan.Workload.IsDivisible)
        {
            (long part, long left) = Math.DivRem(sections, plan.Shape.Writers);
            for (int writer = 0; writer < plan.Shape.Writers; writer++)
            {
                roles[writer].Part = part + (writer < left ? 1 : 0);
            }
        }
    }

    private void Observe(World world, List<CountedRole> roles)
    {
        Stopwatch clock = Stopwatch.StartNew();
        world.Violations.Found = Observer is null ? null : Observer.ViolationFound;
        if (world.Audit is Audit audit && Observer is not null)
        {
            audit.RoundAudited = () => Observer.RoundAudited(Sum(world, roles, clock.Elapsed), audit);
        }
    }

    private WorkloadResult Run<TMemory>() where TMemory : struct, IMemory =>
        SchemeSelector.Select<TMemory, WorkloadResult>(plan.Scheme, plan.Tracker, Folios, this);

    private WorkloadResult Result(World world, List<CountedRole> roles, Team team) =>
        new(plan.Workload.Name, Sum(world, roles, team.Elapsed), world.Violations.Kept, team.IsStuck);

    private static RunTotals Sum(World world, List<CountedRole> roles, TimeSpan elapsed)
    {
        RunTotals totals = new();
        roles.ForEach(role => totals.Add(role.Counts, role.Part));
        totals.Add(world, elapsed);
        return totals;
    }

    /// <summary>
    /// A step after the workers have gone, such as giving IDs back, which broken code may make impossible.
    /// </summary>
    private static void Conclude(World world, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (world.IsViolation(e))
        {
            world.Report(e);
        }
    }

    private (IRmapIds Ids, Func<int> Out) MakeIds() => plan.Team.Perturbation.IsBare
        ? ClaimSelector.Select(plan.Tracker, new IdMaker<HardwareMemory>(plan))
        : ClaimSelector.Select(plan.Tracker, new IdMaker<PerturbedMemory>(plan));

    private sealed class IdMaker<TMemory>(WorkloadPlan plan) : IBitClaimVisitor<(IRmapIds Ids, Func<int> Out)>
        where TMemory : struct, IMemory
    {
        public (IRmapIds Ids, Func<int> Out) Visit<TClaim>() where TClaim : struct, IBitClaim
        {
            RmapIdAllocator<TMemory, TClaim> allocator = new(plan.Scheme.SubIds.MaxId);
            return (plan.Workload.ChooseIds(plan.Scheme.SubIds, allocator),
                () => allocator.MaxId - allocator.FreeCount);
        }
    }
}
