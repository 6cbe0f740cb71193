namespace Runs.Tracing.Replay;

/// <summary>Processes that can go on, first come first served. Any thread may put and take.</summary>
/// <remarks>
/// A lock will do: it is taken twice for a slice of many events. It also hands a process's memory from worker to
/// worker.
/// </remarks>
/// <param name="capacity">Processes at most.</param>
internal sealed class ReadyQueue(int capacity)
{
    private readonly Lock _lock = new();
    private readonly int[] _ring = new int[capacity];
    private int _first;
    private int _count;

    /// <summary>Adds a process.</summary>
    public void Put(int process)
    {
        lock (_lock)
        {
            int slot = _first + _count++;
            _ring[slot < _ring.Length ? slot : slot - _ring.Length] = process;
        }
    }

    /// <summary>Takes the process that waits longest.</summary>
    public bool TryTake(out int process)
    {
        lock (_lock)
        {
            process = _count != 0 ? _ring[_first] : -1;
            if (_count == 0)
            {
                return false;
            }

            _first = _first + 1 == _ring.Length ? 0 : _first + 1;
            _count--;
            return true;
        }
    }
}
