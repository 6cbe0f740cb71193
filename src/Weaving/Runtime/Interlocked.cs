using System.ComponentModel;
using Exploration.Actors;

namespace Weaving.Runtime;

/// <summary>Stands for <see cref="System.Threading.Interlocked"/> in rewritten code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interlocked
{
    /// <inheritdoc cref="System.Threading.Interlocked.MemoryBarrier"/>
    public static void MemoryBarrier() => Threads.MemoryBarrier();

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static int Add(ref int location, int value) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, value, default) + value);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static int Increment(ref int location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (int)1, default) + 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static int Decrement(ref int location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (int)-1, default) - 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static int And(ref int location, int value) => Heap.Update(ref location, OperationKind.And, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static int Or(ref int location, int value) => Heap.Update(ref location, OperationKind.Or, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static uint Add(ref uint location, uint value) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, value, default) + value);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static uint Increment(ref uint location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (uint)1, default) + 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static uint Decrement(ref uint location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (uint)-1, default) - 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static uint And(ref uint location, uint value) =>
        Heap.Update(ref location, OperationKind.And, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static uint Or(ref uint location, uint value) => Heap.Update(ref location, OperationKind.Or, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long Add(ref long location, long value) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, value, default) + value);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long Increment(ref long location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (long)1, default) + 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long Decrement(ref long location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (long)-1, default) - 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long And(ref long location, long value) =>
        Heap.Update(ref location, OperationKind.And, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long Or(ref long location, long value) => Heap.Update(ref location, OperationKind.Or, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong Add(ref ulong location, ulong value) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, value, default) + value);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong Increment(ref ulong location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (ulong)1, default) + 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong Decrement(ref ulong location) =>
        unchecked(Heap.Update(ref location, OperationKind.AddReturn, (ulong)-1, default) - 1);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong And(ref ulong location, ulong value) =>
        Heap.Update(ref location, OperationKind.And, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong Or(ref ulong location, ulong value) =>
        Heap.Update(ref location, OperationKind.Or, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long Read(ref readonly long location) =>
        CompareExchange(ref System.Runtime.CompilerServices.Unsafe.AsRef(in location), 0, 0);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong Read(ref readonly ulong location) =>
        CompareExchange(ref System.Runtime.CompilerServices.Unsafe.AsRef(in location), 0, 0);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static int Exchange(ref int location, int value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static int CompareExchange(ref int location, int value, int comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static uint Exchange(ref uint location, uint value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static uint CompareExchange(ref uint location, uint value, uint comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long Exchange(ref long location, long value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static long CompareExchange(ref long location, long value, long comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong Exchange(ref ulong location, ulong value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ulong CompareExchange(ref ulong location, ulong value, ulong comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static byte Exchange(ref byte location, byte value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static byte CompareExchange(ref byte location, byte value, byte comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static sbyte Exchange(ref sbyte location, sbyte value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static sbyte CompareExchange(ref sbyte location, sbyte value, sbyte comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static short Exchange(ref short location, short value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static short CompareExchange(ref short location, short value, short comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ushort Exchange(ref ushort location, ushort value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static ushort CompareExchange(ref ushort location, ushort value, ushort comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static nint Exchange(ref nint location, nint value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static nint CompareExchange(ref nint location, nint value, nint comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static nuint Exchange(ref nuint location, nuint value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static nuint CompareExchange(ref nuint location, nuint value, nuint comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static float Exchange(ref float location, float value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static float CompareExchange(ref float location, float value, float comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static double Exchange(ref double location, double value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static double CompareExchange(ref double location, double value, double comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static object? Exchange(ref object? location, object? value) =>
        Heap.Update(ref location, OperationKind.Exchange, value, default);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static object? CompareExchange(ref object? location, object? value, object? comparand) =>
        Heap.Update(ref location, OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static T Exchange<T>(ref T location, T value) =>
        Heap.Update(ref Require(ref location), OperationKind.Exchange, value, default!);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static T CompareExchange<T>(ref T location, T value, T comparand) =>
        Heap.Update(ref Require(ref location), OperationKind.CompareExchange, value, comparand);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static T And<T>(ref T location, T value) =>
        Heap.Update(ref Require(ref location), OperationKind.And, value, default!);

    /// <inheritdoc cref="System.Threading.Interlocked"/>
    public static T Or<T>(ref T location, T value) =>
        Heap.Update(ref Require(ref location), OperationKind.Or, value, default!);

    /// <summary>Throws what the framework throws for a struct, even one of a single word.</summary>
    private static ref T Require<T>(ref T location)
    {
        if (typeof(T) is { IsValueType: true, IsPrimitive: false, IsEnum: false })
        {
            throw new NotSupportedException(
                "The specified type must be a reference type, a primitive type or an enum.");
        }

        return ref location;
    }
}
