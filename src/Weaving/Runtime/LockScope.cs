using System.ComponentModel;

namespace Weaving.Runtime;

/// <summary>Stands for <see cref="System.Threading.Lock.Scope"/> in rewritten code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct LockScope
{
    private Lock? _held;

    internal LockScope(Lock held) => _held = held;

    /// <inheritdoc cref="System.Threading.Lock.Scope.Dispose"/>
    public void Dispose()
    {
        Lock? held = _held;
        _held = null;
        held?.Exit();
    }
}
