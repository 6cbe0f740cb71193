using System.ComponentModel;
using Exploration.Actors;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>Stands for the static members of <see cref="Thread"/> and of <see cref="Environment"/> that rewritten code
/// may use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Threads
{
    private const int Processors = 8;

    /// <summary>Number of processors: the same on every host.</summary>
    public static int ProcessorCount => Processors;

    /// <summary>The actor's number from 1.</summary>
    public static int CurrentManagedThreadId =>
        ActorRun.Current is ActorRun run ? run.Actor + 1 : Environment.CurrentManagedThreadId;

    /// <inheritdoc cref="Thread.MemoryBarrier"/>
    public static void MemoryBarrier() => ActorRun.Current?.Fence(Ordering.Full);

    /// <inheritdoc cref="Thread.Yield"/>
    public static bool Yield()
    {
        ActorRun.Current?.Pause();
        return true;
    }

    /// <inheritdoc cref="Thread.SpinWait"/>
    public static void SpinWait(int iterations) => ActorRun.Current?.Pause();

    /// <summary>Time is not modelled: however long, it is a failed turn of a wait, as long as it ends.</summary>
    public static void Sleep(int millisecondsTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, Timeout.Infinite);
        if (millisecondsTimeout == Timeout.Infinite && ActorRun.Current is ActorRun run)
        {
            throw run.Refuse(run.Site, "sleeps for ever, which only Thread.Interrupt ends",
                "Wait for what another actor does.");
        }

        ActorRun.Current?.Pause();
    }

    /// <inheritdoc cref="Sleep(int)"/>
    public static void Sleep(TimeSpan timeout)
    {
        long milliseconds = (long)timeout.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, int.MaxValue, nameof(timeout));
        Sleep((int)Math.Max(milliseconds, int.MinValue));
    }
}
