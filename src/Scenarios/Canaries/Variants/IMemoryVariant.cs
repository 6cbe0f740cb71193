using Atomics;

namespace Scenarios.Canaries.Variants;

/// <summary>
/// A memory with an operation replaced: a canary gives that operation, and has the others from the correct memory.
/// </summary>
/// <typeparam name="TCorrect">The correct memory.</typeparam>
public interface IMemoryVariant<TCorrect> : IMemory
    where TCorrect : struct, IMemory
{
    /// <inheritdoc/>
    static int IMemory.ReadPlain(ref int location) =>
        TCorrect.ReadPlain(ref location);

    /// <inheritdoc/>
    static int IMemory.ReadAcquire(ref int location) =>
        TCorrect.ReadAcquire(ref location);

    /// <inheritdoc/>
    static void IMemory.WritePlain(ref int location, int value) =>
        TCorrect.WritePlain(ref location, value);

    /// <inheritdoc/>
    static void IMemory.WriteRelease(ref int location, int value) =>
        TCorrect.WriteRelease(ref location, value);

    /// <inheritdoc/>
    static void IMemory.Add(ref int location, int delta) =>
        TCorrect.Add(ref location, delta);

    /// <inheritdoc/>
    static int IMemory.AddReturn(ref int location, int delta) =>
        TCorrect.AddReturn(ref location, delta);

    /// <inheritdoc/>
    static int IMemory.Exchange(ref int location, int value) =>
        TCorrect.Exchange(ref location, value);

    /// <inheritdoc/>
    static int IMemory.CompareExchange(ref int location, int value, int comparand) =>
        TCorrect.CompareExchange(ref location, value, comparand);

    /// <inheritdoc/>
    static int IMemory.And(ref int location, int mask) =>
        TCorrect.And(ref location, mask);

    /// <inheritdoc/>
    static int IMemory.Or(ref int location, int mask) =>
        TCorrect.Or(ref location, mask);

    /// <inheritdoc/>
    static long IMemory.ReadPlain(ref long location) =>
        TCorrect.ReadPlain(ref location);

    /// <inheritdoc/>
    static long IMemory.ReadAcquire(ref long location) =>
        TCorrect.ReadAcquire(ref location);

    /// <inheritdoc/>
    static void IMemory.WritePlain(ref long location, long value) =>
        TCorrect.WritePlain(ref location, value);

    /// <inheritdoc/>
    static void IMemory.WriteRelease(ref long location, long value) =>
        TCorrect.WriteRelease(ref location, value);

    /// <inheritdoc/>
    static void IMemory.Add(ref long location, long delta) =>
        TCorrect.Add(ref location, delta);

    /// <inheritdoc/>
    static long IMemory.AddReturn(ref long location, long delta) =>
        TCorrect.AddReturn(ref location, delta);

    /// <inheritdoc/>
    static long IMemory.Exchange(ref long location, long value) =>
        TCorrect.Exchange(ref location, value);

    /// <inheritdoc/>
    static long IMemory.CompareExchange(ref long location, long value, long comparand) =>
        TCorrect.CompareExchange(ref location, value, comparand);

    /// <inheritdoc/>
    static long IMemory.And(ref long location, long mask) =>
        TCorrect.And(ref location, mask);

    /// <inheritdoc/>
    static long IMemory.Or(ref long location, long mask) =>
        TCorrect.Or(ref location, mask);

    /// <inheritdoc/>
    static void IMemory.ReadBarrier() =>
        TCorrect.ReadBarrier();

    /// <inheritdoc/>
    static void IMemory.WriteBarrier() =>
        TCorrect.WriteBarrier();

    /// <inheritdoc/>
    static void IMemory.FullBarrier() =>
        TCorrect.FullBarrier();

    /// <inheritdoc/>
    static void IMemory.Pause() =>
        TCorrect.Pause();
}
