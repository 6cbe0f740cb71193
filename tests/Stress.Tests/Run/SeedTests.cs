using System.Reflection;
using System.Text.Json.Nodes;
using Atomics;
using Harness.Teams;
using Runs.Auditing;
using Runs.Totals;
using Runs.Worlds;
using Scenarios.Selection;
using Stress.Tests.CommandLine;
using Tracker.Ids;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.SharedSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Stress.Tests.Run;

/// <summary>What a seed repeats: every thread's own choices. What threads see of each other it cannot repeat.</summary>
public sealed class SeedTests
{
    [Fact]
    public void Every_thread_is_perturbed_in_the_same_turns_by_the_same_numbers_in_whatever_order_threads_start()
    {
        List<ulong>[] first = Perturbed(seed: 7);
        List<ulong>[] second = Perturbed(seed: 7);
        List<ulong>[] other = Perturbed(seed: 8);

        Assert.Equal(first, second);
        Assert.All(first, turns => Assert.Contains(turns, state => state != 0));
        Assert.Equal(first.Length, first.Select(turns => string.Join(' ', turns)).Distinct().Count());
        Assert.All(first.Zip(other), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void A_writer_alone_does_the_same_again()
    {
        string first = Totals(seed: 7);

        Assert.Equal(first, Totals(seed: 7));
        Assert.NotEqual(first, Totals(seed: 8));
    }

    private static string Totals(long seed)
    {
        JsonNode totals = Invoked.Stress(
            "run", "--workload", "churn", "--writers", "1", "--readers", "0", "--sections", "20000", "--seed",
            $"{seed}", "--time-budget", "10m", "--json", "-")
            .Json["totals"]!;
        return $"{totals["sections"]} sections, {totals["mappings"]} mappings";
    }

    private static List<ulong>[] Perturbed(long seed)
    {
        using World world = new(new WorldPlan(
            TrackerView.Of(Schemes.RmapId, default(Shipped)), new RmapIdAllocator<HardwareMemory, AtomicBitClaim>(),
            Folios: 1, Mms: 1));
        WatchedRole[] roles = [.. Enumerable.Range(0, 6).Select(_ => new WatchedRole { Part = 200 })];
        using Team team = new(world.Rounds, world, roles,
            new TeamPlan(TimeSpan.FromMinutes(10), seed)
            {
                Perturbation = Perturbation.Light
            });
        team.Run(_ => { }, TestContext.Current.CancellationToken);
        return [.. roles.Select(role => role.States)];
    }

    private sealed class WatchedRole : CountedRole
    {
        private static readonly FieldInfo State =
            typeof(PerturbedMemory).GetField("t_state", BindingFlags.NonPublic | BindingFlags.Static)!;

        public override string Name => "watched";

        public override WorkerCounts Counts { get; } = new();

        public List<ulong> States { get; } = [];

        public override void Turn()
        {
            States.Add((ulong)State.GetValue(null)!);
            Counts.Sections++;
        }
    }
}
