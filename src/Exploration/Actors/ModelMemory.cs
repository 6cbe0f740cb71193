using System.Runtime.CompilerServices;
using Atomics;

namespace Exploration.Actors;

/// <summary>
/// Memory whose reads return what the checker decides: every operation goes to the runner of the actor that runs on
/// this thread.
/// </summary>
public readonly struct ModelMemory : IRelaxedMemory
{
    /// <inheritdoc/>
    public static int ReadPlain(ref int location) => Do(ref location, OperationKind.Read, Ordering.Plain);

    /// <inheritdoc/>
    public static long ReadPlain(ref long location) => Do(ref location, OperationKind.Read, Ordering.Plain);

    /// <inheritdoc/>
    public static int ReadAcquire(ref int location) => Do(ref location, OperationKind.Read, Ordering.Acquire);

    /// <inheritdoc/>
    public static long ReadAcquire(ref long location) => Do(ref location, OperationKind.Read, Ordering.Acquire);

    /// <inheritdoc/>
    public static void WritePlain(ref int location, int value) =>
        Do(ref location, OperationKind.Write, Ordering.Plain, value);

    /// <inheritdoc/>
    public static void WritePlain(ref long location, long value) =>
        Do(ref location, OperationKind.Write, Ordering.Plain, value);

    /// <inheritdoc/>
    public static void WriteRelease(ref int location, int value) =>
        Do(ref location, OperationKind.Write, Ordering.Release, value);

    /// <inheritdoc/>
    public static void WriteRelease(ref long location, long value) =>
        Do(ref location, OperationKind.Write, Ordering.Release, value);

    /// <inheritdoc/>
    public static void ReadBarrier() => ActorRunner.Current.Fence(Ordering.Acquire);

    /// <inheritdoc/>
    public static void WriteBarrier() => ActorRunner.Current.Fence(Ordering.Release);

    /// <inheritdoc/>
    public static void FullBarrier() => ActorRunner.Current.Fence(Ordering.Full);

    /// <inheritdoc/>
    public static void Add(ref int location, int delta) =>
        Do(ref location, OperationKind.BlindAdd, Ordering.Full, delta);

    /// <inheritdoc/>
    public static void Add(ref long location, long delta) =>
        Do(ref location, OperationKind.BlindAdd, Ordering.Full, delta);

    /// <inheritdoc/>
    public static void AddRelaxed(ref int location, int delta) =>
        Do(ref location, OperationKind.BlindAdd, Ordering.Plain, delta);

    /// <inheritdoc/>
    public static void AddRelaxed(ref long location, long delta) =>
        Do(ref location, OperationKind.BlindAdd, Ordering.Plain, delta);

    /// <inheritdoc/>
    public static void AddRelease(ref int location, int delta) =>
        Do(ref location, OperationKind.BlindAdd, Ordering.Release, delta);

    /// <inheritdoc/>
    public static void AddRelease(ref long location, long delta) =>
        Do(ref location, OperationKind.BlindAdd, Ordering.Release, delta);

    /// <inheritdoc/>
    public static int AddReturn(ref int location, int delta) =>
        unchecked(Do(ref location, OperationKind.AddReturn, Ordering.Full, delta) + delta);

    /// <inheritdoc/>
    public static long AddReturn(ref long location, long delta) =>
        unchecked(Do(ref location, OperationKind.AddReturn, Ordering.Full, delta) + delta);

    /// <inheritdoc/>
    public static int AddReturn(ref int location, int delta, UpdateOrder order) =>
        unchecked(Do(ref location, OperationKind.AddReturn, OrderingOf(order), delta) + delta);

    /// <inheritdoc/>
    public static long AddReturn(ref long location, long delta, UpdateOrder order) =>
        unchecked(Do(ref location, OperationKind.AddReturn, OrderingOf(order), delta) + delta);

    /// <inheritdoc/>
    public static int Exchange(ref int location, int value, UpdateOrder order) =>
        Do(ref location, OperationKind.Exchange, OrderingOf(order), value);

    /// <inheritdoc/>
    public static long Exchange(ref long location, long value, UpdateOrder order) =>
        Do(ref location, OperationKind.Exchange, OrderingOf(order), value);

    /// <inheritdoc/>
    public static int CompareExchange(ref int location, int value, int comparand, UpdateOrder order) =>
        Do(ref location, OperationKind.CompareExchange, OrderingOf(order), value, comparand);

    /// <inheritdoc/>
    public static long CompareExchange(ref long location, long value, long comparand, UpdateOrder order) =>
        Do(ref location, OperationKind.CompareExchange, OrderingOf(order), value, comparand);

    /// <inheritdoc/>
    public static int Exchange(ref int location, int value) =>
        Do(ref location, OperationKind.Exchange, Ordering.Full, value);

    /// <inheritdoc/>
    public static long Exchange(ref long location, long value) =>
        Do(ref location, OperationKind.Exchange, Ordering.Full, value);

    /// <inheritdoc/>
    public static int CompareExchange(ref int location, int value, int comparand) =>
        Do(ref location, OperationKind.CompareExchange, Ordering.Full, value, comparand);

    /// <inheritdoc/>
    public static long CompareExchange(ref long location, long value, long comparand) =>
        Do(ref location, OperationKind.CompareExchange, Ordering.Full, value, comparand);

    /// <inheritdoc/>
    public static int And(ref int location, int mask) => Do(ref location, OperationKind.And, Ordering.Full, mask);

    /// <inheritdoc/>
    public static long And(ref long location, long mask) => Do(ref location, OperationKind.And, Ordering.Full, mask);

    /// <inheritdoc/>
    public static int Or(ref int location, int mask) => Do(ref location, OperationKind.Or, Ordering.Full, mask);

    /// <inheritdoc/>
    public static long Or(ref long location, long mask) => Do(ref location, OperationKind.Or, Ordering.Full, mask);

    /// <inheritdoc/>
    public static void Pause() => ActorRunner.Current.Pause();

    private static Ordering OrderingOf(UpdateOrder order) => order switch
    {
        UpdateOrder.Relaxed => Ordering.Plain,
        UpdateOrder.Acquire => Ordering.Acquire,
        UpdateOrder.Release => Ordering.Release,
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "No order of an atomic update."),
    };

    private static unsafe int Do(
        ref int location, OperationKind kind, Ordering ordering, int operand = 0, int comparand = 0) =>
        (int)ActorRunner.Current.Access((nint)Unsafe.AsPointer(ref location), sizeof(int), kind, ordering,
            operand, comparand);

    private static unsafe long Do(
        ref long location, OperationKind kind, Ordering ordering, long operand = 0, long comparand = 0) =>
        ActorRunner.Current.Access((nint)Unsafe.AsPointer(ref location), sizeof(long), kind, ordering,
            operand, comparand);
}
