using Atomics;
using Stress.Auditing;
using Stress.Bench.Schemes;
using Stress.Execution;
using Stress.Tracing;
using Stress.Tracing.Replay;
using Tracker.Ids;
using Tracker.Tracking;

namespace Stress.Bench.Accuracy;

/// <summary>Replays a recorded trace once, with one worker, and counts wrong answers.</summary>
/// <param name="trace">The trace.</param>
/// <param name="order">Order of the folios.</param>
internal sealed class TraceAccuracy(RecordedTrace trace, int order) : ISchemeUser<AccuracyRow>
{
    /// <inheritdoc/>
    public AccuracyRow Use<TTracking>(BenchScheme scheme, Func<int, TTracking> make) where TTracking : struct, ITracking
    {
        RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(scheme.SubIds.MaxId);
        int folios = ReplayPlan.FoliosFor(trace);
        Truth truth = new(folios);
        JudgedTracking<TTracking> tracking = new(make(folios), truth);
        using World world = new(new WorldPlan(scheme.SubIds, ids, folios, ReplayPlan.MmsFor(trace), tracking.SequenceShift) { Layout = tracking.Layout });
        using TraceReplay<JudgedTracking<TTracking>> replay = new(world, new ReplayPlan(trace, order, Workers: 1));
        using Recorder<JudgedTracking<TTracking>> recorder = new(world, tracking, replay.Ids);
        ReplayWorker<JudgedTracking<TTracking>> worker = replay.AddWorker(recorder);
        replay.Stop();
        replay.Start();
        while (!replay.IsOver)
        {
            worker.Turn();
        }

        return world.Violations.Count == 0
            ? AccuracyRow.Of(Path.GetFileName(trace.File), scheme, truth)
            : throw new InvalidOperationException($"{scheme.Label} left something behind on {trace.File}: {world.Violations.Kept[0]}");
    }
}
