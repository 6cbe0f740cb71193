using System.Diagnostics;

namespace Exploration.Search;

/// <summary>When a search must end: shared by all workers.</summary>
internal sealed class SearchBudget(ExplorationOptions options, CancellationToken cancellation)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _executions;
    private long _violations;
    private volatile bool _spent;

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Executions of all workers so far, blocked ones included.</summary>
    public long Executions => Volatile.Read(ref _executions);

    /// <summary>Whether the search must end.</summary>
    public bool IsSpent => _spent;

    /// <summary>Counts one forbidden execution.</summary>
    public void CountViolation()
    {
        if (Interlocked.Increment(ref _violations) >= options.LimitViolations)
        {
            _spent = true;
        }
    }

    /// <summary>Counts one execution; asks for the time now and then, because the clock is slower than an execution.</summary>
    /// <returns>False if the search must end.</returns>
    public bool Count()
    {
        long count = Interlocked.Increment(ref _executions);
        if (count >= options.LimitExecutions
            || ((count & 0xFF) == 0 && (cancellation.IsCancellationRequested || _clock.Elapsed >= options.TimeBudget)))
        {
            _spent = true;
        }

        return !_spent;
    }
}
