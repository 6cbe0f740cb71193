using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Tests;

/// <summary>
/// The hardware, with three places where a test steps in: what a plain read returns, what happens
/// before a compare-and-swap, and what happens at a pause. For one test on one thread.
/// </summary>
internal readonly struct ScriptedMemory : IMemory
{
    [ThreadStatic]
    private static Func<nint, long, long>? t_read;

    [ThreadStatic]
    private static Action<nint>? t_beforeSwap;

    [ThreadStatic]
    private static Action? t_pause;

    /// <summary>Runs at each pause.</summary>
    public static void OnPause(Action? script) => t_pause = script;

    /// <summary>Turns what a plain read found at an address into what it returns.</summary>
    public static void OnRead(Func<nint, long, long>? script) => t_read = script;

    /// <summary>Runs before each compare-and-swap, with its address.</summary>
    public static void BeforeSwap(Action<nint>? script) => t_beforeSwap = script;

    /// <summary>
    /// Runs a step before the first compare-and-swap whose address fits, and before no other: the step itself may swap.
    /// </summary>
    public static void BeforeOneSwap(Action step, Predicate<nint>? fits = null) => BeforeSwap(address =>
    {
        if (fits?.Invoke(address) ?? true)
        {
            BeforeSwap(null);
            step();
        }
    });

    public static unsafe int ReadPlain(ref int location)
    {
        int found = HardwareMemory.ReadPlain(ref location);
        return (int)(t_read?.Invoke((nint)Unsafe.AsPointer(ref location), found) ?? found);
    }

    public static unsafe long ReadPlain(ref long location)
    {
        long found = HardwareMemory.ReadPlain(ref location);
        return t_read?.Invoke((nint)Unsafe.AsPointer(ref location), found) ?? found;
    }

    public static int ReadAcquire(ref int location) => HardwareMemory.ReadAcquire(ref location);

    public static long ReadAcquire(ref long location) => HardwareMemory.ReadAcquire(ref location);

    public static void WritePlain(ref int location, int value) => HardwareMemory.WritePlain(ref location, value);

    public static void WritePlain(ref long location, long value) => HardwareMemory.WritePlain(ref location, value);

    public static void WriteRelease(ref int location, int value) => HardwareMemory.WriteRelease(ref location, value);

    public static void WriteRelease(ref long location, long value) => HardwareMemory.WriteRelease(ref location, value);

    public static void ReadBarrier() => HardwareMemory.ReadBarrier();

    public static void WriteBarrier() => HardwareMemory.WriteBarrier();

    public static void FullBarrier() => HardwareMemory.FullBarrier();

    public static void Add(ref int location, int delta) => HardwareMemory.Add(ref location, delta);

    public static void Add(ref long location, long delta) => HardwareMemory.Add(ref location, delta);

    public static int AddReturn(ref int location, int delta) => HardwareMemory.AddReturn(ref location, delta);

    public static long AddReturn(ref long location, long delta) => HardwareMemory.AddReturn(ref location, delta);

    public static int Exchange(ref int location, int value) => HardwareMemory.Exchange(ref location, value);

    public static long Exchange(ref long location, long value) => HardwareMemory.Exchange(ref location, value);

    public static unsafe int CompareExchange(ref int location, int value, int comparand)
    {
        t_beforeSwap?.Invoke((nint)Unsafe.AsPointer(ref location));
        return HardwareMemory.CompareExchange(ref location, value, comparand);
    }

    public static unsafe long CompareExchange(ref long location, long value, long comparand)
    {
        t_beforeSwap?.Invoke((nint)Unsafe.AsPointer(ref location));
        return HardwareMemory.CompareExchange(ref location, value, comparand);
    }

    public static int And(ref int location, int mask) => HardwareMemory.And(ref location, mask);

    public static long And(ref long location, long mask) => HardwareMemory.And(ref location, mask);

    public static int Or(ref int location, int mask) => HardwareMemory.Or(ref location, mask);

    public static long Or(ref long location, long mask) => HardwareMemory.Or(ref location, mask);

    public static int Turns(int onHardware) => onHardware;

    public static void Pause() => t_pause?.Invoke();
}
