using Atomics;
using Runs.Auditing;
using Runs.Recording;
using Runs.Tracing.Events;
using Runs.Tracing.Replay;
using Runs.Workloads;
using Runs.Worlds;
using Scenarios.Selection;
using Stress.Bench.Cases;
using Tracker.Ids;
using Tracker.Tracking;

namespace Stress.Bench.Accuracy;

/// <summary>Replays a recorded trace once, with one worker, and counts wrong answers.</summary>
/// <param name="trace">The trace.</param>
/// <param name="order">Order of the folios.</param>
internal sealed class TraceAccuracy(RecordedTrace trace, int order) : IAccuracyWorkload
{
    /// <inheritdoc/>
    public AccuracyRow Count(BenchScheme scheme)
    {
        int folios = ReplayPlan.FoliosFor(trace);
        Truth truth = scheme.Accept(folios, new Visitor(trace, order, scheme, folios));
        return AccuracyRow.Of(Path.GetFileName(trace.File), scheme, truth);
    }

    private sealed class Visitor(RecordedTrace trace, int order, BenchScheme scheme, int folios)
        : ITrackingVisitor<Truth>
    {
        public Truth Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
        {
            RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(scheme.SubIds.MaxId);
            Truth truth = new(folios);
            JudgedTracking<TTracking> judged = new(tracking, truth);
            using World world = new(
                new WorldPlan(TrackerView.Of(scheme.Scheme, judged), ids, folios, ReplayPlan.MmsFor(trace)));
            using TraceReplay<JudgedTracking<TTracking>> replay =
                new(world, new ReplayPlan(trace, new OrderRange(order), Workers: 1));
            using Recorder<JudgedTracking<TTracking>> recorder = new(world, judged, replay.Ids);
            ReplayWorker<JudgedTracking<TTracking>> worker = replay.AddWorker(recorder);
            replay.Stop();
            replay.Start();
            while (!replay.IsOver)
            {
                worker.Turn();
            }

            return world.Violations.Count == 0
                ? truth
                : throw new InvalidOperationException(
                    $"{scheme.Label} left something behind on {trace.File}: {world.Violations.Kept[0]}");
        }
    }
}
