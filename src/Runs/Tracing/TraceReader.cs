using Runs.Tracing.Replay;
using Runs.Workloads;
using Tracker.Tracking;

namespace Runs.Tracing;

/// <summary>A thread of a <see cref="TraceWorkload"/> that asks who maps the processes' folios.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class TraceReader<TTracking>(Stage<TTracking> stage, int worker, TraceReplay<TTracking> replay)
    : Worker<TTracking>(stage, worker, replay.Ids)
    where TTracking : struct, ITracking
{
    private const int FoliosPerTurn = OperationsPerTurn / 4;

    private readonly TraceReplay<TTracking> _replay = replay;
    private ReplayReader<TTracking>? _reader;

    /// <inheritdoc/>
    public override string Name => "reader";

    /// <inheritdoc/>
    public override bool IsDone => _replay.IsOver;

    /// <inheritdoc/>
    public override void SetUp() => _reader = new ReplayReader<TTracking>(Stage.World, _replay.Board, Recorder);

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int folio = 0; folio < FoliosPerTurn; folio++)
        {
            _reader!.Turn(ref Random);
        }
    }
}
