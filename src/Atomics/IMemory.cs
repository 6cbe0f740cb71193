namespace Atomics;

/// <summary>
/// The memory operations of lock-free code, as a type parameter: every name states its ordering. The tracker is generic
/// in this interface, so that the same compiled code runs on the hardware (<see cref="HardwareMemory"/>), under Coyote
/// and in the model checker.
/// </summary>
/// <remarks>
/// Orderings are those of the .NET memory model (dotnet/runtime, docs/design/specs/Memory-model.md). All locations are
/// aligned 32- or 64-bit words in native memory: their addresses are stable, so a checker can name them. An
/// implementation is an empty struct; calls on a struct type parameter are bound at compile time and inlined.
/// </remarks>
public interface IMemory
{
    /// <summary>
    /// Reads without ordering. The value is not torn; the access may be reordered with its neighbours.
    /// </summary>
    static abstract int ReadPlain(ref int location);

    /// <inheritdoc cref="ReadPlain(ref int)"/>
    static abstract long ReadPlain(ref long location);

    /// <summary>Reads with acquire: no later access of this thread moves before it (<c>Volatile.Read</c>).</summary>
    static abstract int ReadAcquire(ref int location);

    /// <inheritdoc cref="ReadAcquire(ref int)"/>
    static abstract long ReadAcquire(ref long location);

    /// <summary>
    /// Writes without ordering. The value is not torn; the access may be reordered with its neighbours.
    /// </summary>
    static abstract void WritePlain(ref int location, int value);

    /// <inheritdoc cref="WritePlain(ref int, int)"/>
    static abstract void WritePlain(ref long location, long value);

    /// <summary>Writes with release: no earlier access of this thread moves after it (<c>Volatile.Write</c>).</summary>
    static abstract void WriteRelease(ref int location, int value);

    /// <inheritdoc cref="WriteRelease(ref int, int)"/>
    static abstract void WriteRelease(ref long location, long value);

    /// <summary>One-way fence: earlier reads stay before all later accesses (<c>Volatile.ReadBarrier</c>).</summary>
    static abstract void ReadBarrier();

    /// <summary>One-way fence: all earlier accesses stay before later writes (<c>Volatile.WriteBarrier</c>).</summary>
    static abstract void WriteBarrier();

    /// <summary>
    /// Full fence: orders everything before it with everything after it (<c>Interlocked.MemoryBarrier</c>).
    /// </summary>
    static abstract void FullBarrier();

    /// <summary>
    /// Adds atomically, wrapping, as a full fence. The result is thrown away, which lets a checker treat two such adds
    /// as commuting.
    /// </summary>
    static abstract void Add(ref int location, int delta);

    /// <inheritdoc cref="Add(ref int, int)"/>
    static abstract void Add(ref long location, long delta);

    /// <summary>Adds atomically, wrapping, as a full fence, and returns the new value.</summary>
    static abstract int AddReturn(ref int location, int delta);

    /// <inheritdoc cref="AddReturn(ref int, int)"/>
    static abstract long AddReturn(ref long location, long delta);

    /// <summary>Stores a value atomically as a full fence and returns the old one.</summary>
    static abstract int Exchange(ref int location, int value);

    /// <inheritdoc cref="Exchange(ref int, int)"/>
    static abstract long Exchange(ref long location, long value);

    /// <summary>
    /// Stores <paramref name="value"/> if the location holds <paramref name="comparand"/>, as a full fence (also on
    /// failure), and returns the value found.
    /// </summary>
    static abstract int CompareExchange(ref int location, int value, int comparand);

    /// <inheritdoc cref="CompareExchange(ref int, int, int)"/>
    static abstract long CompareExchange(ref long location, long value, long comparand);

    /// <summary>
    /// Clears the bits that are not in <paramref name="mask"/>, as a full fence, and returns the old value.
    /// </summary>
    static abstract int And(ref int location, int mask);

    /// <inheritdoc cref="And(ref int, int)"/>
    static abstract long And(ref long location, long mask);

    /// <summary>Sets the bits of <paramref name="mask"/>, as a full fence, and returns the old value.</summary>
    static abstract int Or(ref int location, int mask);

    /// <inheritdoc cref="Or(ref int, int)"/>
    static abstract long Or(ref long location, long mask);

    /// <summary>
    /// Ends a failed turn of a loop. A checker need not go on behind a turn that changed no word and left nothing
    /// behind: the actor waits, and what follows is what follows the turn that ends the wait. Any other turn it runs
    /// one by one.
    /// </summary>
    static abstract void Pause();

    /// <summary>
    /// Turns of a loop that gives up: as many as wanted on hardware. A model takes one, since each turn more multiplies
    /// the executions, and a turn that changed nothing leaves what the loop does next as it is.
    /// </summary>
    /// <param name="wanted">Turns on hardware, at least 1.</param>
    static virtual int Turns(int wanted) => 1;
}
