namespace Exploration.Advice;

/// <summary>Weaker and stronger operations in words.</summary>
public static class AdviceWords
{
    /// <summary>A weaker operation.</summary>
    public static string Of(Weakening weakening) => weakening switch
    {
        Weakening.AcquireRelease => "acquire-release",
        Weakening.Acquire => "acquire",
        Weakening.Release => "release",
        Weakening.Plain => "plain",
        Weakening.Nothing => "nothing",
        Weakening.LoadAndStore => "load and store",
        Weakening.NoWait => "no wait",
        _ => throw new ArgumentOutOfRangeException(nameof(weakening), weakening, "No weakening."),
    };

    /// <summary>A stronger access, as a programmer would write it.</summary>
    public static string Of(Strengthened access)
    {
        ArgumentNullException.ThrowIfNull(access);
        bool isRead = access.Site.Operation.StartsWith("read", StringComparison.Ordinal);
        bool isWrite = access.Site.Operation.StartsWith("write", StringComparison.Ordinal);
        return access.As switch
        {
            Strengthening.Acquire => isRead ? "Volatile.Read" : "acquire",
            Strengthening.Release => isWrite ? "Volatile.Write" : "release",
            Strengthening.Full when isRead => "Interlocked.MemoryBarrier, then Volatile.Read",
            Strengthening.Full when isWrite => "Volatile.Write, then Interlocked.MemoryBarrier",
            Strengthening.Full => "Interlocked",
            _ => throw new ArgumentOutOfRangeException(nameof(access), access.As, "No strengthening."),
        };
    }
}
