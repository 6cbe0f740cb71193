namespace Exploration.Search;

/// <summary>
/// Graphs that wait for a worker. A worker that has nothing left makes the others hand over a branch each instead of
/// visiting it themselves; the search is over when all have nothing left.
/// </summary>
internal sealed class WorkPool(int workers)
{
    private readonly Queue<WidestGraph> _graphs = new();
    private int _idle;
    private volatile int _wanted;
    private volatile bool _stopped;

    /// <summary>Whether somebody waits for a branch. Read without a lock: it is only a hint.</summary>
    public bool IsHungry => _wanted > 0;

    /// <summary>Whether the search has been ended early.</summary>
    public bool IsStopped => _stopped;

    /// <summary>Hands over a graph, which the taker disposes.</summary>
    public void Give(WidestGraph graph)
    {
        lock (_graphs)
        {
            _graphs.Enqueue(graph);
            _wanted = _idle - _graphs.Count;
            Monitor.Pulse(_graphs);
        }
    }

    /// <summary>Waits for a graph.</summary>
    /// <returns>Null when the search is over.</returns>
    public WidestGraph? TryTake()
    {
        lock (_graphs)
        {
            _idle++;
            _wanted = _idle - _graphs.Count;
            while (_graphs.Count == 0 && !_stopped)
            {
                if (_idle == workers)
                {
                    Stop();
                    return null;
                }

                Monitor.Wait(_graphs);
            }

            if (_stopped)
            {
                return null;
            }

            _idle--;
            WidestGraph graph = _graphs.Dequeue();
            _wanted = _idle - _graphs.Count;
            return graph;
        }
    }

    /// <summary>Ends the search for all workers.</summary>
    public void Stop()
    {
        lock (_graphs)
        {
            _stopped = true;
            Monitor.PulseAll(_graphs);
        }
    }
}
