namespace Runs.Auditing;

/// <summary>Counts violations and keeps the first of them. Any thread may add.</summary>
public sealed class ViolationList
{
    /// <summary>Violations kept in full: the first say most, and a broken tracker makes millions.</summary>
    public const int MaxKept = 10;

    private readonly List<Violation> _kept = [];
    private readonly Lock _gate = new();
    private long _count;

    /// <summary>Called for each violation that is kept, at once, by the thread that found it.</summary>
    public Action<Violation>? Found { get; set; }

    /// <summary>Violations so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The first of them.</summary>
    public IReadOnlyList<Violation> Kept
    {
        get
        {
            lock (_gate)
            {
                return [.. _kept];
            }
        }
    }

    /// <summary>Adds one, or the same so many times; it is described only if it is kept.</summary>
    public void Add(Func<Violation> describe, int times = 1)
    {
        long before = Interlocked.Add(ref _count, times) - times;
        for (long kept = before; kept < Math.Min(MaxKept, before + times); kept++)
        {
            Violation violation = describe();
            lock (_gate)
            {
                _kept.Add(violation);
            }

            Found?.Invoke(violation);
        }
    }
}
