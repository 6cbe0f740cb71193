using Atomics;
using Harness.Processors;
using Harness.Teams;
using Runs.Auditing;
using Runs.Totals;
using Runs.Worlds;
using Scenarios.Selection;
using Tracker.Ids;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.SharedSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Runs.Tests.Worlds;

public class TeamTests
{
    private static readonly TeamPlan Plan = new(TimeSpan.FromSeconds(30), Seed: 1);

    private static World NewWorld() =>
        new(new WorldPlan(TrackerView.Of(Schemes.RmapId, default(Shipped)),
            new RmapIdAllocator<HardwareMemory, AtomicBitClaim>(), Folios: 1, Mms: 1)
        { AuditParts = 2 });

    [Fact]
    public void Every_role_is_set_up_worked_and_torn_down_once()
    {
        using World world = NewWorld();
        CountingRole[] roles = [Doing(100, world), Doing(100, world), Doing(100, world)];
        using Team team = new(world.Rounds, world, roles, Plan);
        team.Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.All(roles, role => Assert.Equal((1, 100, 1), (role.SetUps, role.Turns, role.TearDowns)));
        Assert.False(team.IsStuck);
    }

    [Fact]
    public void A_role_that_has_done_its_part_is_torn_down_when_the_others_have_done_theirs()
    {
        using World world = NewWorld();
        CountingRole holder = Doing(1, world);
        CountingRole user = Doing(20_000, world);
        using Team team = new(world.Rounds, world, [holder, user], Plan);
        int left = 0;
        holder.OnTearDown = () => left = 20_000 - user.Turns;
        team.Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.Equal((1, 20_000, 0), (holder.Turns, user.Turns, left));
    }

    [Fact]
    public void With_churn_several_threads_follow_each_other_in_a_role()
    {
        using World world = NewWorld();
        CountingRole[] roles = [Doing(50_000, world), Doing(50_000, world)];
        using Team team = new(world.Rounds, world, roles, Plan with { Churn = true });
        team.Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.All(roles, role => Assert.Equal((1, 50_000, 1), (role.SetUps, role.Turns, role.TearDowns)));
        Assert.Contains(roles, role => role.Threads.Count > 1);
    }

    [Fact]
    public void A_defect_of_one_role_ends_the_others_and_is_thrown()
    {
        using World world = NewWorld();
        CountingRole[] roles = [new(world), new(world) { ThrowAt = 50 }];
        using Team team = new(world.Rounds, world, roles, Plan);
        Assert.Throws<InvalidOperationException>(() => team.Run(_ => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_exception_of_the_code_under_test_ends_the_others_and_is_a_violation()
    {
        using World world = NewWorld();
        CountingRole[] roles = [new(world), new(world) { ThrowAt = 50, Break = FreeAnIdThatIsFree }];
        using Team team = new(world.Rounds, world, roles, Plan);
        team.Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.True(team.HasLostWorker);
        Violation violation = Assert.Single(world.Violations.Kept);
        Assert.Contains("Rmap ID 8 was freed twice", violation.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_thrown_after_a_violation_is_one_too()
    {
        using World world = NewWorld();
        CountingRole[] roles = [new(world) { ThrowAt = 50 }];
        world.Violations.Add(() => new Violation("snapshot", "0", "1", null, null));
        using Team team = new(world.Rounds, world, roles, Plan);
        team.Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(["snapshot", "exception"], world.Violations.Kept.Select(violation => violation.Kind));
    }

    [Fact]
    public void The_innermost_frame_tells_the_code_under_test_from_the_harness()
    {
        Assert.True(CodeUnderTest.Threw(Thrown(FreeAnIdThatIsFree)));
        Assert.True(CodeUnderTest.Threw(Thrown(() => Tracker.SubIds.SubIdScheme.RmapId.ClassOf(16))));
        Assert.False(CodeUnderTest.Threw(Thrown(() => ProcessorPinning.Pin(0, [-1]))));
        Assert.False(CodeUnderTest.Threw(Thrown(() => throw new InvalidOperationException())));
        Assert.False(CodeUnderTest.Threw(new InvalidOperationException()));
    }

    private static void FreeAnIdThatIsFree()
    {
        using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(100);
        ids.Free(8);
    }

    private static Exception Thrown(Action action) => Record.Exception(action)!;

    [Fact]
    public void Cancelling_ends_the_run_with_what_was_done()
    {
        using World world = NewWorld();
        CountingRole[] roles = [new(world)];
        using Team team = new(world.Rounds, world, roles, Plan);
        using CancellationTokenSource source = new();
        team.Run(_ => source.Cancel(), source.Token);
        Assert.Equal(1, roles[0].TearDowns);
    }

    [Fact]
    public void A_worker_that_does_not_come_back_is_reported()
    {
        World world = NewWorld();
        using ManualResetEventSlim release = new();
        CountingRole[] roles = [new(world), new(world) { WaitAt = 50, Release = release }];
        using Team team = new(world.Rounds, world, roles,
            Plan with { WaitLimit = TimeSpan.FromMilliseconds(300) });
        team.Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.True(team.IsStuck);
        release.Set();
        SpinWait.SpinUntil(() => roles[1].TearDowns == 1);
    }

    [Fact]
    public void A_processor_that_is_not_there_is_refused_by_the_system()
    {
        Assert.SkipUnless(ProcessorPinning.IsSupported, "Threads can be pinned on Linux only.");
        int missing = Enumerable.Range(0, 1024).Except(ProcessorPinning.Allowed()).Last();
        Assert.Throws<System.ComponentModel.Win32Exception>(() => ProcessorPinning.Pin(0, [missing]));
    }

    [Fact]
    public void A_pinned_thread_runs_where_it_was_told_to()
    {
        Assert.SkipUnless(ProcessorPinning.IsSupported, "Threads can be pinned on Linux only.");
        int processor = ProcessorPinning.Allowed()[^1];
        int seen = -1;
        Thread thread = new(() =>
        {
            ProcessorPinning.Pin(0, [processor]);
            Thread.Yield();
            seen = Thread.GetCurrentProcessorId();
        });
        thread.Start();
        thread.Join();
        Assert.Equal(processor, seen);
    }

    private static CountingRole Doing(long part, World world) => new(world) { Part = part };

    private sealed class CountingRole(World world) : CountedRole
    {
        public override string Name => "counter";

        public override WorkerCounts Counts { get; } = new();

        public int SetUps { get; private set; }

        public int Turns { get; private set; }

        public int TearDowns { get; private set; }

        public HashSet<int> Threads { get; } = [];

        public Action? OnTearDown { get; set; }

        public int? ThrowAt { get; init; }

        public Action Break { get; init; } = () => throw new InvalidOperationException("a defect");

        public int? WaitAt { get; init; }

        public ManualResetEventSlim? Release { get; init; }

        public override void SetUp() => SetUps++;

        public override void Turn()
        {
            Turns++;
            Counts.Sections++;
            Threads.Add(Environment.CurrentManagedThreadId);
            if (Turns == ThrowAt)
            {
                Break();
            }

            if (Turns == WaitAt)
            {
                Release!.Wait();
            }

            if (world.Rounds.IsOver)
            {
                world.Rounds.Meet();
            }
        }

        public override void TearDown()
        {
            TearDowns++;
            OnTearDown?.Invoke();
        }
    }
}
