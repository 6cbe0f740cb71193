namespace Runs.Tracing.Events;

/// <summary>One event of a process, ready to be replayed.</summary>
public struct TraceEvent
{
    /// <summary>First page, as an address divided by <see cref="PageBytes"/>.</summary>
    public long Page;

    /// <summary>Number of pages.</summary>
    public long Pages;

    /// <summary>First page that a range is moved to.</summary>
    public long Target;

    /// <summary>
    /// Index of the process that a fork has made, or that leaves, or the new number of pages of a moved range.
    /// </summary>
    public int Argument;

    /// <summary>What happens.</summary>
    public TraceEventKind Kind;

    /// <summary>
    /// Lines of the trace that make up this event: 2 for a system call with its return, none for one that leaves, else
    /// 1.
    /// </summary>
    public byte Lines;

    /// <summary>Bytes of a page on the machine that was recorded (x86-64).</summary>
    public const int PageBytes = 1 << PageShift;

    /// <summary>Bits of an address below its page's number.</summary>
    public const int PageShift = 12;
}
