using System.ComponentModel;
using System.Runtime.CompilerServices;
using Exploration.Actors;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>Stands for <see cref="System.Threading.Volatile"/> in rewritten code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Volatile
{
    /// <inheritdoc cref="System.Threading.Volatile.ReadBarrier"/>
    public static void ReadBarrier() => ActorRun.Current?.Fence(Ordering.Acquire);

    /// <inheritdoc cref="System.Threading.Volatile.WriteBarrier"/>
    public static void WriteBarrier() => ActorRun.Current?.Fence(Ordering.Release);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static T Read<T>(ref readonly T location) =>
        Heap.Load(ref Unsafe.AsRef(in location), Ordering.Acquire, ActorRun.Current?.Site ?? 0);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write<T>(ref T location, T value) =>
        Heap.Store(ref location, value, Ordering.Release, ActorRun.Current?.Site ?? 0);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static bool Read(ref readonly bool location) => Read<bool>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref bool location, bool value) => Write<bool>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static byte Read(ref readonly byte location) => Read<byte>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref byte location, byte value) => Write<byte>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static sbyte Read(ref readonly sbyte location) => Read<sbyte>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref sbyte location, sbyte value) => Write<sbyte>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static short Read(ref readonly short location) => Read<short>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref short location, short value) => Write<short>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static ushort Read(ref readonly ushort location) => Read<ushort>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref ushort location, ushort value) => Write<ushort>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static int Read(ref readonly int location) => Read<int>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref int location, int value) => Write<int>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static uint Read(ref readonly uint location) => Read<uint>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref uint location, uint value) => Write<uint>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static long Read(ref readonly long location) => Read<long>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref long location, long value) => Write<long>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static ulong Read(ref readonly ulong location) => Read<ulong>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref ulong location, ulong value) => Write<ulong>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static nint Read(ref readonly nint location) => Read<nint>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref nint location, nint value) => Write<nint>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static nuint Read(ref readonly nuint location) => Read<nuint>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref nuint location, nuint value) => Write<nuint>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static float Read(ref readonly float location) => Read<float>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref float location, float value) => Write<float>(ref location, value);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static double Read(ref readonly double location) => Read<double>(in location);

    /// <inheritdoc cref="System.Threading.Volatile"/>
    public static void Write(ref double location, double value) => Write<double>(ref location, value);
}
