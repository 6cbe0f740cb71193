using Exploration.Division;

namespace Exploration.Search;

/// <summary>
/// Branches that wait for a worker. A worker that has nothing left makes the others hand over a branch each instead of
/// visiting it themselves; the search is over when all have nothing left.
/// </summary>
/// <param name="workers">How many workers there are.</param>
/// <param name="splitInto">
/// Hands everything over until so many branches wait, and then closes; 0 for a search that is not to be split.
/// </param>
/// <param name="taken">Gets every branch that is taken; null where nobody asks.</param>
internal sealed class WorkPool(int workers, int splitInto = 0, List<Branch>? taken = null)
{
    private readonly Queue<Branch> _branches = new();
    private int _idle;
    private volatile int _wanted;
    private volatile bool _closed;
    private volatile bool _stopped;

    /// <summary>Whether somebody waits for a branch. Read without a lock: it is only a hint.</summary>
    public bool IsHungry => _wanted > 0;

    /// <summary>Whether branches are handed over however small they are.</summary>
    public bool IsSplitting => splitInto > 0 || _closed;

    /// <summary>Whether workers hand over all that they have: the search is to go on elsewhere.</summary>
    public bool IsClosed => _closed;

    /// <summary>Whether the search has been ended early.</summary>
    public bool IsStopped => _stopped;

    /// <summary>What is left when the search is over, in the order in which it was handed over.</summary>
    public IReadOnlyList<Branch> Left => [.. _branches];

    /// <summary>Hands over a branch.</summary>
    public void Give(Branch branch)
    {
        lock (_branches)
        {
            _branches.Enqueue(branch);
            _closed |= splitInto > 0 && _branches.Count >= splitInto;
            SetWanted();
            Monitor.Pulse(_branches);
        }
    }

    /// <summary>Waits for a branch.</summary>
    /// <returns>Null when the search is over.</returns>
    public Branch? TryTake()
    {
        lock (_branches)
        {
            _idle++;
            SetWanted();
            while (_branches.Count == 0 && !_stopped && !_closed)
            {
                if (_idle == workers)
                {
                    Stop();
                    return null;
                }

                Monitor.Wait(_branches);
            }

            if (_stopped || _closed)
            {
                return null;
            }

            _idle--;
            Branch branch = _branches.Dequeue();
            taken?.Add(branch);
            SetWanted();
            return branch;
        }
    }

    /// <summary>From now on workers hand over all that they have.</summary>
    public void Close()
    {
        lock (_branches)
        {
            _closed = true;
            SetWanted();
            Monitor.PulseAll(_branches);
        }
    }

    /// <summary>Ends the search for all workers.</summary>
    public void Stop()
    {
        lock (_branches)
        {
            _stopped = true;
            Monitor.PulseAll(_branches);
        }
    }

    private void SetWanted() => _wanted = IsSplitting ? 1 : _idle - _branches.Count;
}
