using Atomics;
using Harness;
using Runs.Auditing;
using Runs.Recording;
using Runs.Tracing.Events;
using Runs.Tracing.Replay;
using Runs.Workloads;
using Runs.Worlds;
using Scenarios.Selection;
using Tracker.Ids;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.SharedSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Runs.Tests.Tracing.Replay;

/// <summary>A trace's replay on threads of its own, audited.</summary>
internal sealed class ReplayRun : IDisposable
{
    private readonly RmapIdAllocator<HardwareMemory, AtomicBitClaim> _ids = new();
    private readonly List<Recorder<Shipped>> _recorders = [];
    private readonly World _world;

    public ReplayRun(RecordedTrace trace, int order = 4, int workers = 2, int readers = 1, bool isAudited = true)
    {
        _world = new World(new WorldPlan(
            TrackerView.Of(Schemes.RmapId, default(Shipped)), _ids, ReplayPlan.FoliosFor(trace) + readers,
            ReplayPlan.MmsFor(trace) + readers)
        {
            AuditParts = isAudited ? 2 : 0,
        });
        Replay = new TraceReplay<Shipped>(_world, new ReplayPlan(trace, new OrderRange(order), workers));
        Workers = [.. Enumerable.Range(0, workers).Select(_ => Replay.AddWorker(NewRecorder(Replay.Ids)))];
        Readers = [.. Enumerable.Range(0, readers)
            .Select(_ => new ReplayReader<Shipped>(_world, Replay.Board, NewRecorder(Replay.Ids)))];
    }

    public TraceReplay<Shipped> Replay { get; }

    public IReadOnlyList<ReplayWorker<Shipped>> Workers { get; }

    public IReadOnlyList<ReplayReader<Shipped>> Readers { get; }

    public IReadOnlyList<Violation> Violations => _world.Violations.Kept;

    public long AnswersAudited => _world.Audit!.AnswersAudited;

    public long SnapshotsAudited => _world.Audit!.SnapshotsAudited;

    public long Sections => _recorders.Sum(each => each.Counts.Sections);

    /// <summary>Replays on threads until a number of passes is complete.</summary>
    public ReplayRun OnThreads(int passes)
    {
        Thread[] threads =
        [
            .. Workers.Select(worker => NewThread(() => worker.Turn())),
            .. Readers.Select(NewThread),
        ];
        Replay.Start();
        foreach (Thread thread in threads)
        {
            _world.Rounds.Join();
            thread.Start();
        }

        while (Replay.Summary.Passes < passes && !Replay.IsOver)
        {
            Thread.Sleep(1);
        }

        Replay.Stop();
        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        _world.Rounds.Finish();
        return this;
    }

    public void Dispose()
    {
        Replay.Dispose();
        _recorders.ForEach(each => each.Dispose());
        _world.Dispose();
    }

    private Thread NewThread(Func<bool> turn) => new(() =>
    {
        while (!Replay.IsOver)
        {
            if (!turn())
            {
                Thread.Yield();
            }
        }

        _world.Rounds.Leave();
    });

    private Thread NewThread(ReplayReader<Shipped> reader, int seed)
    {
        Prng random = new(seed, worker: 0);
        return NewThread(() => reader.Turn(ref random));
    }

    private Recorder<Shipped> NewRecorder(IRmapIds ids)
    {
        Recorder<Shipped> recorder = new(_world, default, ids);
        _recorders.Add(recorder);
        return recorder;
    }
}
