using Runs.Tracing.Replay;
using Runs.Workloads;
using Tracker.Tracking;

namespace Runs.Tracing;

/// <summary>A thread of a <see cref="TraceWorkload"/> that simulates processes.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class TraceWriter<TTracking> : Worker<TTracking>
    where TTracking : struct, ITracking
{
    /// <summary>Slices of a turn, some hundred microseconds.</summary>
    private const int SlicesPerTurn = 16;

    private readonly TraceReplay<TTracking> _replay;
    private readonly ReplayWorker<TTracking> _worker;
    private readonly CancellationToken _cancellation;

    /// <summary>Makes a writer.</summary>
    public TraceWriter(Stage<TTracking> stage, int writer, TraceReplay<TTracking> replay,
        CancellationToken cancellation)
        : base(stage, writer, replay.Ids)
    {
        _replay = replay;
        _worker = replay.AddWorker(Recorder);
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public override string Name => "writer";

    /// <inheritdoc/>
    public override bool IsDone => _replay.IsOver;

    /// <inheritdoc/>
    public override void SetUp()
    {
        // Only now has every worker been added.
        if (Index == 0)
        {
            _replay.Start();
        }
    }

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int slice = 0; slice < SlicesPerTurn; slice++)
        {
            if (!_worker.Turn())
            {
                Thread.Yield();
            }
        }
    }

    /// <summary>Ends the replay: the first pass is completed, a later one is cut.</summary>
    public override void TearDown()
    {
        _replay.Stop();
        while (!_replay.IsOver)
        {
            if (_cancellation.IsCancellationRequested)
            {
                _replay.Abandon();
            }

            Turn();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // A worker that is stuck may still use it.
        if (Index == 0 && _replay.IsOver)
        {
            _replay.Dispose();
        }

        base.Dispose();
    }
}
