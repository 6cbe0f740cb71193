using Exploration.Actors;

namespace Exploration.Search;

/// <summary>
/// Whether a run tells a plain write from an earlier one of the same value to the same word: some access between them
/// comes behind the earlier one and before the later one, whatever reads return. Looks from the later write backwards.
/// </summary>
internal struct KeptApart
{
    private bool _isBehindFence;
    private bool _isBehindWriteBarrier;
    private bool _isBehindReadBarrier;
    private bool _hasAccess;
    private bool _hasWrite;

    /// <summary>Whether it tells the write from those before all that was passed so far.</summary>
    public bool Holds { get; private set; }

    /// <summary>Passes the operation before.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="writes">Whether it writes.</param>
    /// <param name="isFence">Whether it is a barrier, or an update that is a full fence.</param>
    public void Pass(in Operation operation, bool writes, bool isFence)
    {
        if (operation.Kind == OperationKind.Fence)
        {
            Holds |= operation.Ordering switch
            {
                Ordering.Full => _hasAccess,
                Ordering.Release => _hasWrite,
                _ => false,
            };
            _isBehindFence |= operation.Ordering == Ordering.Full;
            _isBehindWriteBarrier |= operation.Ordering == Ordering.Release;
            _isBehindReadBarrier |= operation.Ordering == Ordering.Acquire;
            return;
        }

        bool isAccess = operation.Reads || writes;
        bool comesBefore = isFence || _isBehindFence || _isBehindWriteBarrier
            || (operation.Reads && (_isBehindReadBarrier || (operation.Ordering & Ordering.Acquire) != 0));
        if (isAccess && comesBefore)
        {
            _hasAccess = true;
            _hasWrite |= writes;
            Holds |= isFence || (writes && (operation.Ordering & Ordering.Release) != 0);
        }
    }
}
