using System.Diagnostics;

namespace Exploration.Search;

/// <summary>When a search must end: shared by all workers.</summary>
internal sealed class SearchBudget(ExplorationOptions options, CancellationToken cancellation)
{
    private const int ProgressSeconds = 5;
    private const int FirstReportSeconds = 1;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _executions;
    private long _reportedSeconds = -ProgressSeconds + FirstReportSeconds;
    private double _covered;
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

    /// <summary>The search starts again: nothing is covered yet.</summary>
    public void Restart()
    {
        lock (_clock)
        {
            _covered = 0;
            _executions = 0;
        }
    }

    /// <summary>Adds to the part of the search that is over.</summary>
    public void Cover(double share)
    {
        lock (_clock)
        {
            _covered += share;
        }
    }

    /// <summary>Counts one execution; asks for the time now and then, because the clock is slower than an execution.</summary>
    /// <returns>False if the search must end.</returns>
    public bool Count()
    {
        long count = Interlocked.Increment(ref _executions);
        if (count >= options.LimitExecutions)
        {
            _spent = true;
        }

        if ((count & 0xFF) == 0)
        {
            LookAtClock(count);
        }

        return !_spent;
    }

    private void LookAtClock(long count)
    {
        TimeSpan elapsed = _clock.Elapsed;
        if (cancellation.IsCancellationRequested || elapsed >= options.TimeBudget)
        {
            _spent = true;
        }

        long seconds = (long)elapsed.TotalSeconds;
        long reported = Volatile.Read(ref _reportedSeconds);
        if (options.OnProgress is not null && seconds >= reported + ProgressSeconds
            && Interlocked.CompareExchange(ref _reportedSeconds, seconds, reported) == reported)
        {
            lock (_clock)
            {
                options.OnProgress(new ExplorationProgress(count, elapsed, Math.Min(_covered, 1)));
            }
        }
    }
}
