using System.ComponentModel;

namespace Weaving.Runtime;

/// <summary>Stands for <see cref="System.Threading.Lock"/> in rewritten code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Lock
{
    /// <inheritdoc cref="System.Threading.Lock.IsHeldByCurrentThread"/>
    public bool IsHeldByCurrentThread => Monitor.IsHeld(this);

    /// <inheritdoc cref="System.Threading.Lock.Enter"/>
    public void Enter() => Monitor.Take(this);

    /// <inheritdoc cref="System.Threading.Lock.TryEnter()"/>
    public bool TryEnter() => Monitor.TryTake(this);

    /// <inheritdoc cref="System.Threading.Lock.TryEnter(int)"/>
    public bool TryEnter(int millisecondsTimeout) =>
        Monitor.TryTake(this, millisecondsTimeout, "Lock.TryEnter");

    /// <inheritdoc cref="System.Threading.Lock.TryEnter(TimeSpan)"/>
    public bool TryEnter(TimeSpan timeout) => TryEnter((int)timeout.TotalMilliseconds);

    /// <inheritdoc cref="System.Threading.Lock.Exit"/>
    public void Exit() => Monitor.Leave(this);

    /// <inheritdoc cref="System.Threading.Lock.EnterScope"/>
    public LockScope EnterScope()
    {
        Enter();
        return new LockScope(this);
    }
}
