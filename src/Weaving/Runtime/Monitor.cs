using System.ComponentModel;
using Exploration.Actors;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>Stands for <see cref="System.Threading.Monitor"/> in rewritten code. A lock is a word of its
/// object.</summary>
/// <remarks>
/// Entering acquires, leaving releases, and neither is a fence. Who waits takes a ticket, and pulses call tickets in
/// order; nobody wakes up without a pulse.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Monitor
{
    /// <inheritdoc cref="System.Threading.Monitor.Enter(object)"/>
    public static void Enter(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        while (!TryTake(obj))
        {
            ActorRun.Current?.Pause();
        }
    }

    /// <inheritdoc cref="System.Threading.Monitor.Enter(object, ref bool)"/>
    public static void Enter(object obj, ref bool lockTaken)
    {
        Enter(obj);
        Heap.Write(ref lockTaken, true, Site);
    }

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object)"/>
    public static bool TryEnter(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return TryTake(obj);
    }

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, ref bool)"/>
    public static void TryEnter(object obj, ref bool lockTaken) => Heap.Write(ref lockTaken, TryEnter(obj), Site);

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, int)"/>
    public static bool TryEnter(object obj, int millisecondsTimeout)
    {
        if (millisecondsTimeout == 0)
        {
            return TryEnter(obj);
        }

        RequireInfinite(millisecondsTimeout, "Monitor.TryEnter");
        Enter(obj);
        return true;
    }

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, TimeSpan)"/>
    public static bool TryEnter(object obj, TimeSpan timeout) => TryEnter(obj, (int)timeout.TotalMilliseconds);

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, int, ref bool)"/>
    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken) =>
        Heap.Write(ref lockTaken, TryEnter(obj, millisecondsTimeout), Site);

    /// <inheritdoc cref="System.Threading.Monitor.Exit"/>
    public static void Exit(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (ActorRun.Current is not ActorRun run)
        {
            return;
        }

        long number = run.NumberOf(obj);
        int depth = Depth(run, number);
        run.LockDepths[number] = depth - 1;
        if (depth == 1)
        {
            run.AccessLock(obj, LockWords.Owner, OperationKind.Write, Ordering.Release);
        }
    }

    /// <inheritdoc cref="System.Threading.Monitor.IsEntered"/>
    public static bool IsEntered(object obj) =>
        ActorRun.Current is ActorRun run && run.LockDepths.GetValueOrDefault(run.NumberOf(obj)) > 0;

    /// <inheritdoc cref="System.Threading.Monitor.Wait(object)"/>
    public static bool Wait(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (ActorRun.Current is not ActorRun run)
        {
            throw new InvalidOperationException("Nobody can pulse while the state is set up or checked.");
        }

        long number = run.NumberOf(obj);
        int depth = Depth(run, number);
        long ticket = run.AccessLock(obj, LockWords.Waiters, OperationKind.Read, Ordering.Plain);
        run.AccessLock(obj, LockWords.Waiters, OperationKind.Write, Ordering.Plain, ticket + 1);
        run.LockDepths[number] = 0;
        run.AccessLock(obj, LockWords.Owner, OperationKind.Write, Ordering.Release);
        while (run.AccessLock(obj, LockWords.Woken, OperationKind.Read, Ordering.Acquire) <= ticket)
        {
            run.Pause();
        }

        Enter(obj);
        run.LockDepths[number] = depth;
        return true;
    }

    /// <inheritdoc cref="System.Threading.Monitor.Wait(object, int)"/>
    public static bool Wait(object obj, int millisecondsTimeout)
    {
        RequireInfinite(millisecondsTimeout, "Monitor.Wait");
        return Wait(obj);
    }

    /// <inheritdoc cref="System.Threading.Monitor.Wait(object, TimeSpan)"/>
    public static bool Wait(object obj, TimeSpan timeout) => Wait(obj, (int)timeout.TotalMilliseconds);

    /// <inheritdoc cref="System.Threading.Monitor.Pulse"/>
    public static void Pulse(object obj) => Wake(obj, all: false);

    /// <inheritdoc cref="System.Threading.Monitor.PulseAll"/>
    public static void PulseAll(object obj) => Wake(obj, all: true);

    private static int Site => ActorRun.Current?.Site ?? 0;

    private static void Wake(object obj, bool all)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (ActorRun.Current is not ActorRun run)
        {
            return;
        }

        Depth(run, run.NumberOf(obj));
        long waiters = run.AccessLock(obj, LockWords.Waiters, OperationKind.Read, Ordering.Plain);
        long woken = run.AccessLock(obj, LockWords.Woken, OperationKind.Read, Ordering.Plain);
        if (woken < waiters)
        {
            run.AccessLock(obj, LockWords.Woken, OperationKind.Write, Ordering.Release, all ? waiters : woken + 1);
        }
    }

    private static bool TryTake(object obj)
    {
        if (ActorRun.Current is not ActorRun run)
        {
            return true;
        }

        long number = run.NumberOf(obj);
        int depth = run.LockDepths.GetValueOrDefault(number);
        if (depth == 0 && run.AccessLock(obj, LockWords.Owner, OperationKind.CompareExchange, Ordering.Acquire,
            run.Actor + 1) != 0)
        {
            return false;
        }

        run.LockDepths[number] = depth + 1;
        return true;
    }

    private static int Depth(ActorRun run, long number) => run.LockDepths.GetValueOrDefault(number) is int depth and > 0
        ? depth
        : throw new SynchronizationLockException();

    private static void RequireInfinite(int milliseconds, string member)
    {
        if (milliseconds != Timeout.Infinite && ActorRun.Current is ActorRun run)
        {
            throw run.Refuse(run.Site, $"calls {member} with a timeout",
                "Time is not modelled: use the overload without, or Timeout.Infinite.");
        }
    }
}
