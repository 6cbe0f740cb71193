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
        Require(obj);
        Take(obj);
    }

    /// <inheritdoc cref="System.Threading.Monitor.Enter(object, ref bool)"/>
    public static void Enter(object obj, ref bool lockTaken)
    {
        RequireNotTaken(ref lockTaken);
        Enter(obj);
        Heap.Write(ref lockTaken, true, Site);
    }

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object)"/>
    public static bool TryEnter(object obj)
    {
        Require(obj);
        return TryTake(obj);
    }

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, ref bool)"/>
    public static void TryEnter(object obj, ref bool lockTaken) => TryEnter(obj, 0, ref lockTaken);

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, int)"/>
    public static bool TryEnter(object obj, int millisecondsTimeout)
    {
        Require(obj);
        return TryTake(obj, millisecondsTimeout, "Monitor.TryEnter");
    }

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, TimeSpan)"/>
    public static bool TryEnter(object obj, TimeSpan timeout) => TryEnter(obj, (int)timeout.TotalMilliseconds);

    /// <inheritdoc cref="System.Threading.Monitor.TryEnter(object, int, ref bool)"/>
    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken)
    {
        RequireNotTaken(ref lockTaken);
        Heap.Write(ref lockTaken, TryEnter(obj, millisecondsTimeout), Site);
    }

    /// <inheritdoc cref="System.Threading.Monitor.Exit"/>
    public static void Exit(object obj)
    {
        Require(obj);
        Leave(obj);
    }

    /// <summary>Leaves any kind of lock.</summary>
    internal static void Leave(object obj)
    {
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
    public static bool IsEntered(object obj)
    {
        Require(obj);
        return IsHeld(obj);
    }

    /// <summary>Whether the actor holds any kind of lock.</summary>
    internal static bool IsHeld(object obj) =>
        ActorRun.Current is ActorRun run && run.LockDepths.GetValueOrDefault(run.NumberOf(obj)) > 0;

    /// <inheritdoc cref="System.Threading.Monitor.Wait(object)"/>
    public static bool Wait(object obj)
    {
        Require(obj);
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

        Take(obj);
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
        Require(obj);
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

    /// <summary>Takes any kind of lock.</summary>
    internal static void Take(object obj)
    {
        while (!TryTake(obj))
        {
            ActorRun.Current?.Pause();
        }
    }

    /// <summary>Takes any kind of lock at once, or however long that takes.</summary>
    internal static bool TryTake(object obj, int milliseconds, string member)
    {
        if (milliseconds == 0)
        {
            return TryTake(obj);
        }

        RequireInfinite(milliseconds, member);
        Take(obj);
        return true;
    }

    /// <summary>Takes any kind of lock if nobody else holds it.</summary>
    internal static bool TryTake(object obj)
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

    /// <summary>What Monitor locks is not what a Lock does, although it is the same object.</summary>
    private static void Require(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (ActorRun.Current is ActorRun run)
        {
            if (obj is Lock)
            {
                throw run.Refuse(run.Site, "locks a System.Threading.Lock by Monitor, as if it were any object",
                    "Lock it as what it is: a variable of type object keeps out nobody who does.");
            }

            run.RequireOne(obj);
        }
    }

    private static void RequireNotTaken(ref bool lockTaken)
    {
        if (Heap.Read(ref lockTaken, Site))
        {
            throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
        }
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
