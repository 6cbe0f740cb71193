using System.Collections.Concurrent;

namespace Exploration.Search;

/// <summary>
/// A thread with room for a search. It is kept for the next one: to start a thread takes longer than a small search.
/// </summary>
internal sealed class SearchThread
{
    /// <summary>A search goes as deep as its executions have branches: a few hundred frames.</summary>
    private const int StackBytes = 64 << 20;

    private static readonly ConcurrentBag<SearchThread> s_idle = [];

    private readonly object _gate = new();
    private Action? _action;
    private Action _ended = () => { };

    private SearchThread() => new Thread(Serve, StackBytes) { IsBackground = true }.Start();

    /// <summary>Runs an action. One that never ends keeps its thread for ever.</summary>
    /// <param name="action">It throws nothing.</param>
    /// <param name="ended">Called behind it.</param>
    public static void Run(Action action, Action ended)
    {
        SearchThread thread = s_idle.TryTake(out SearchThread? idle) ? idle : new SearchThread();
        lock (thread._gate)
        {
            (thread._action, thread._ended) = (action, ended);
            Monitor.Pulse(thread._gate);
        }
    }

    private void Serve()
    {
        while (true)
        {
            Take(out Action ended)();

            // Ahead of the end, so that whoever waits for it finds the thread idle.
            s_idle.Add(this);
            ended();
        }
    }

    private Action Take(out Action ended)
    {
        lock (_gate)
        {
            while (_action is null)
            {
                Monitor.Wait(_gate);
            }

            Action action = _action;
            ended = _ended;
            (_action, _ended) = (null, () => { });
            return action;
        }
    }
}
