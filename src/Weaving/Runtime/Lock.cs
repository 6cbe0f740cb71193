using System.ComponentModel;

namespace Weaving.Runtime;

/// <summary>Stands for <see cref="System.Threading.Lock"/> in rewritten code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Lock
{
    /// <inheritdoc cref="System.Threading.Lock.IsHeldByCurrentThread"/>
    public bool IsHeldByCurrentThread => Monitor.IsEntered(this);

    /// <inheritdoc cref="System.Threading.Lock.Enter"/>
    public void Enter() => Monitor.Enter(this);

    /// <inheritdoc cref="System.Threading.Lock.TryEnter()"/>
    public bool TryEnter() => Monitor.TryEnter(this);

    /// <inheritdoc cref="System.Threading.Lock.TryEnter(int)"/>
    public bool TryEnter(int millisecondsTimeout) => Monitor.TryEnter(this, millisecondsTimeout);

    /// <inheritdoc cref="System.Threading.Lock.TryEnter(TimeSpan)"/>
    public bool TryEnter(TimeSpan timeout) => Monitor.TryEnter(this, timeout);

    /// <inheritdoc cref="System.Threading.Lock.Exit"/>
    public void Exit() => Monitor.Exit(this);

    /// <inheritdoc cref="System.Threading.Lock.EnterScope"/>
    public LockScope EnterScope()
    {
        Enter();
        return new LockScope(this);
    }
}
