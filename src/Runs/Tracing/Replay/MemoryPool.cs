using Runs.Tracing.Memory;
using Tracker.Tracking;

namespace Runs.Tracing.Replay;

/// <summary>Memories of processes that have ended, for those that begin. Any thread may take and give back.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class MemoryPool<TTracking> : IDisposable
    where TTracking : struct, ITracking
{
    private readonly Lock _lock = new();
    private readonly TablePool _tables = new();
    private readonly Stack<ProcessMemory<TTracking>> _free = new();

    /// <summary>Takes one that maps nothing.</summary>
    public ProcessMemory<TTracking> Take()
    {
        lock (_lock)
        {
            return _free.TryPop(out ProcessMemory<TTracking>? memory) ? memory : new ProcessMemory<TTracking>(_tables);
        }
    }

    /// <summary>Gives one back that has ended.</summary>
    public void Return(ProcessMemory<TTracking> memory)
    {
        lock (_lock)
        {
            _free.Push(memory);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _tables.Dispose();
}
