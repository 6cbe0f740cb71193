namespace Exploration.Actors.Waits;

/// <summary>Lets an actor go on alone, reading what memory holds, until it ends, changes a word, or has waited for long.</summary>
internal sealed class MemoryRun(int[] sizes) : RunDriver
{
    private readonly List<long> _history = [];
    private long[] _memory = [];
    private int _known;
    private int _pauses;
    private int _limit;
    private bool _changes;

    /// <inheritdoc/>
    public override bool IsCertain => false;

    /// <summary>Whether an actor in a wait goes on waiting, whatever time it is given.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="node">Where it stands.</param>
    /// <param name="memory">What memory holds, by location.</param>
    /// <param name="turns">How long it is watched.</param>
    public bool Waits(Replay replay, int node, long[] memory, int turns)
    {
        replay.Tree.History(node, 0, _history);
        (_memory, _known, _pauses, _limit, _changes) = (memory, 0, 0, turns, false);
        RunEnd end = replay.Runner.Run(this);
        return end.Kind is null && !_changes;
    }

    /// <inheritdoc/>
    public override bool TryStep(in Operation operation, out long old)
    {
        if (_known < _history.Count)
        {
            old = _history[_known++];
            return true;
        }

        old = operation.Location < 0 ? 0 : _memory[operation.Location];
        _changes = operation.Location >= 0 && (operation.Kind == OperationKind.Write
            ? operation.Operand != old
            : operation.Changes(old, sizes[operation.Location]));
        return !_changes;
    }

    /// <inheritdoc/>
    public override bool TryPause(bool isFirst)
    {
        if (_known < _history.Count)
        {
            _known += isFirst ? 1 : 0;
            return true;
        }

        return ++_pauses < _limit;
    }

    /// <inheritdoc/>
    public override void Stick()
    {
        // It waits for nothing: for ever.
    }
}
