using System.Diagnostics;

namespace Exploration.Search;

/// <summary>When a search must end: shared by all workers.</summary>
internal sealed class SearchBudget(ExplorationOptions options, CancellationToken cancellation)
{
    private const int ProgressSeconds = 5;
    private const int FirstReportSeconds = 1;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _reporting = new();
    private readonly Dictionary<BoundKind, SearchBound> _bounds = [];
    private long _executions;
    private long _reportedSeconds = -ProgressSeconds + FirstReportSeconds;
    private SizeEstimator? _estimator;
    private long _violations;
    private volatile bool _spent;
    private long _slice = long.MaxValue;
    private Action _endSlice = () => { };

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Executions of all workers so far, blocked ones included.</summary>
    public long Executions => Volatile.Read(ref _executions);

    /// <summary>Whether the search must end.</summary>
    public bool IsSpent => _spent;

    /// <summary>Why the search is not complete, each kind once; empty as long as it is.</summary>
    public IReadOnlyList<SearchBound> Bounds
    {
        get
        {
            lock (_clock)
            {
                return [.. _bounds.Values.OrderBy(bound => bound.Kind)];
            }
        }
    }

    /// <summary>Takes note that something is left out. The search goes on.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="reason">For people; the first one of a kind is kept.</param>
    public void Leave(BoundKind kind, string reason)
    {
        lock (_clock)
        {
            _bounds.TryAdd(kind, new SearchBound(kind, reason));
        }
    }

    /// <summary>Counts one forbidden execution.</summary>
    public void CountViolation()
    {
        if (Interlocked.Increment(ref _violations) >= options.LimitViolations)
        {
            End(BoundKind.ViolationLimit, $"{options.LimitViolations} forbidden executions were enough");
        }
    }

    /// <summary>The search starts, or starts again: nothing has been found yet, and nothing left out.</summary>
    /// <param name="estimator">Says how large it is; null where nobody asks.</param>
    public void Start(SizeEstimator? estimator)
    {
        lock (_clock)
        {
            _estimator = estimator;
            _executions = 0;
            _violations = 0;
            _bounds.Clear();
        }
    }

    /// <summary>After so many executions the search goes on elsewhere.</summary>
    /// <param name="executions">How many.</param>
    /// <param name="endSlice">Makes the workers hand over what they have.</param>
    public void LimitSlice(long executions, Action endSlice)
    {
        _slice = executions;
        _endSlice = endSlice;
    }

    /// <summary>Counts one execution.</summary>
    /// <returns>False if the search must end.</returns>
    public bool Count()
    {
        long count = Interlocked.Increment(ref _executions);
        if (count >= options.LimitExecutions)
        {
            End(BoundKind.ExecutionLimit, $"the limit of {options.LimitExecutions} executions was reached");
        }

        if (count >= _slice)
        {
            _endSlice();
        }

        return !_spent;
    }

    /// <summary>
    /// Whether the search must end, by the clock: between two executions there can be dead ends without number, and
    /// code that runs for long.
    /// </summary>
    public bool IsSpentNow()
    {
        TimeSpan elapsed = _clock.Elapsed;
        if (cancellation.IsCancellationRequested)
        {
            End(BoundKind.Interruption, "it was interrupted");
        }

        if (elapsed >= options.TimeBudget)
        {
            End(BoundKind.TimeBudget, $"the time budget of {options.TimeBudget.TotalSeconds:0.###} s was spent");
        }

        long seconds = (long)elapsed.TotalSeconds;
        long reported = Volatile.Read(ref _reportedSeconds);
        if (options.OnProgress is not null && seconds >= reported + ProgressSeconds
            && Interlocked.CompareExchange(ref _reportedSeconds, seconds, reported) == reported)
        {
            lock (_reporting)
            {
                Report(options.OnProgress);
            }
        }

        return _spent;
    }

    private void End(BoundKind kind, string reason)
    {
        Leave(kind, reason);
        _spent = true;
    }

    /// <summary>An estimate that has been overtaken was wrong.</summary>
    private void Report(Action<ExplorationProgress> onProgress)
    {
        _estimator?.Refine();
        long executions = Executions;
        double? estimate = _estimator?.Executions;
        onProgress(new ExplorationProgress(executions, _clock.Elapsed, estimate > executions ? estimate : null));
    }
}
