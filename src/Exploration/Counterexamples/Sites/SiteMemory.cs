using System.Runtime.CompilerServices;
using Atomics;
using Exploration.Actors;

namespace Exploration.Counterexamples.Sites;

/// <summary>Memory that asks the <see cref="SiteRun"/> of its thread what to return, and shows it the stack.</summary>
/// <typeparam name="TFresh">
/// A type that no run before had. Code that is generic in the memory is then compiled anew, and as the runtime compiles
/// first: without inlining, so that every call on the stack has its line.
/// </typeparam>
internal readonly struct SiteMemory<TFresh> : IRelaxedMemory
    where TFresh : struct
{
    /// <inheritdoc/>
    public static int ReadPlain(ref int location) => Do(ref location);

    /// <inheritdoc/>
    public static long ReadPlain(ref long location) => Do(ref location);

    /// <inheritdoc/>
    public static int ReadAcquire(ref int location) => Do(ref location);

    /// <inheritdoc/>
    public static long ReadAcquire(ref long location) => Do(ref location);

    /// <inheritdoc/>
    public static void WritePlain(ref int location, int value) => Do(ref location);

    /// <inheritdoc/>
    public static void WritePlain(ref long location, long value) => Do(ref location);

    /// <inheritdoc/>
    public static void WriteRelease(ref int location, int value) => Do(ref location);

    /// <inheritdoc/>
    public static void WriteRelease(ref long location, long value) => Do(ref location);

    /// <inheritdoc/>
    public static void ReadBarrier() => SiteRun.Current.Fence(Ordering.Acquire);

    /// <inheritdoc/>
    public static void WriteBarrier() => SiteRun.Current.Fence(Ordering.Release);

    /// <inheritdoc/>
    public static void FullBarrier() => SiteRun.Current.Fence(Ordering.Full);

    /// <inheritdoc/>
    public static void Add(ref int location, int delta) => Do(ref location);

    /// <inheritdoc/>
    public static void Add(ref long location, long delta) => Do(ref location);

    /// <inheritdoc/>
    public static void AddRelaxed(ref int location, int delta) => Do(ref location);

    /// <inheritdoc/>
    public static void AddRelaxed(ref long location, long delta) => Do(ref location);

    /// <inheritdoc/>
    public static void AddRelease(ref int location, int delta) => Do(ref location);

    /// <inheritdoc/>
    public static void AddRelease(ref long location, long delta) => Do(ref location);

    /// <inheritdoc/>
    public static int AddReturn(ref int location, int delta) => unchecked(Do(ref location) + delta);

    /// <inheritdoc/>
    public static long AddReturn(ref long location, long delta) => unchecked(Do(ref location) + delta);

    /// <inheritdoc/>
    public static int AddReturn(ref int location, int delta, UpdateOrder order) => unchecked(Do(ref location) + delta);

    /// <inheritdoc/>
    public static long AddReturn(ref long location, long delta, UpdateOrder order) =>
        unchecked(Do(ref location) + delta);

    /// <inheritdoc/>
    public static int Exchange(ref int location, int value, UpdateOrder order) => Do(ref location);

    /// <inheritdoc/>
    public static long Exchange(ref long location, long value, UpdateOrder order) => Do(ref location);

    /// <inheritdoc/>
    public static int CompareExchange(ref int location, int value, int comparand, UpdateOrder order) =>
        Do(ref location);

    /// <inheritdoc/>
    public static long CompareExchange(ref long location, long value, long comparand, UpdateOrder order) =>
        Do(ref location);

    /// <inheritdoc/>
    public static int Exchange(ref int location, int value) => Do(ref location);

    /// <inheritdoc/>
    public static long Exchange(ref long location, long value) => Do(ref location);

    /// <inheritdoc/>
    public static int CompareExchange(ref int location, int value, int comparand) => Do(ref location);

    /// <inheritdoc/>
    public static long CompareExchange(ref long location, long value, long comparand) => Do(ref location);

    /// <inheritdoc/>
    public static int And(ref int location, int mask) => Do(ref location);

    /// <inheritdoc/>
    public static long And(ref long location, long mask) => Do(ref location);

    /// <inheritdoc/>
    public static int Or(ref int location, int mask) => Do(ref location);

    /// <inheritdoc/>
    public static long Or(ref long location, long mask) => Do(ref location);

    /// <inheritdoc/>
    public static void Pause() => SiteRun.Current.Pause();

    private static unsafe int Do(ref int location) =>
        unchecked((int)SiteRun.Current.Access((nint)Unsafe.AsPointer(ref location)));

    private static unsafe long Do(ref long location) => SiteRun.Current.Access((nint)Unsafe.AsPointer(ref location));
}
