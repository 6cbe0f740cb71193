using System.Runtime.CompilerServices;

namespace Atomics;

/// <summary>
/// The hardware, with pauses, yields and sleeps before some accesses. They make rare interleavings likely, on few cores
/// above all, and now and then hold a writer inside its section. Which accesses are hit follows from each thread's
/// seed.
/// </summary>
/// <remarks>A thread that has not called <see cref="Perturb"/> runs as on <see cref="HardwareMemory"/>.</remarks>
public readonly struct PerturbedMemory : IMemory
{
    /// <summary>Of 256 hits, so many give the core away; the others pause.</summary>
    private const int YieldsIn256 = 96;

    /// <summary>Longest pause, in turns of <see cref="HardwareMemory.Pause"/>.</summary>
    private const int MaxPauseTurns = 32;

    /// <summary>A long hold sleeps this long, in milliseconds: longer than a scheduler's time slice.</summary>
    private const int HoldMilliseconds = 5;

    [ThreadStatic]
    private static ulong t_state;

    [ThreadStatic]
    private static uint t_hitBelow;

    [ThreadStatic]
    private static uint t_holdBelow;

    /// <summary>Perturbs this thread from now on.</summary>
    /// <param name="seed">Where its randomness starts.</param>
    /// <param name="hitOneIn">One access in so many is hit; 0 for none.</param>
    /// <param name="holdOneIn">Before one access in so many the thread sleeps for some milliseconds; 0 for
    /// never.</param>
    public static void Perturb(long seed, int hitOneIn, int holdOneIn = 0)
    {
        t_state = unchecked((ulong)seed * 0x9E37_79B9_7F4A_7C15) | 1;
        t_hitBelow = hitOneIn == 0 ? 0 : uint.MaxValue / (uint)hitOneIn;
        t_holdBelow = holdOneIn == 0 ? 0 : uint.MaxValue / (uint)holdOneIn;
    }

    /// <summary>Leaves this thread alone from now on.</summary>
    public static void Calm() => t_state = 0;

    /// <inheritdoc/>
    public static int ReadPlain(ref int location)
    {
        BeforeAccess();
        return HardwareMemory.ReadPlain(ref location);
    }

    /// <inheritdoc/>
    public static long ReadPlain(ref long location)
    {
        BeforeAccess();
        return HardwareMemory.ReadPlain(ref location);
    }

    /// <inheritdoc/>
    public static int ReadAcquire(ref int location)
    {
        BeforeAccess();
        return HardwareMemory.ReadAcquire(ref location);
    }

    /// <inheritdoc/>
    public static long ReadAcquire(ref long location)
    {
        BeforeAccess();
        return HardwareMemory.ReadAcquire(ref location);
    }

    /// <inheritdoc/>
    public static void WritePlain(ref int location, int value)
    {
        BeforeAccess();
        HardwareMemory.WritePlain(ref location, value);
    }

    /// <inheritdoc/>
    public static void WritePlain(ref long location, long value)
    {
        BeforeAccess();
        HardwareMemory.WritePlain(ref location, value);
    }

    /// <inheritdoc/>
    public static void WriteRelease(ref int location, int value)
    {
        BeforeAccess();
        HardwareMemory.WriteRelease(ref location, value);
    }

    /// <inheritdoc/>
    public static void WriteRelease(ref long location, long value)
    {
        BeforeAccess();
        HardwareMemory.WriteRelease(ref location, value);
    }

    /// <inheritdoc/>
    public static void ReadBarrier() => HardwareMemory.ReadBarrier();

    /// <inheritdoc/>
    public static void WriteBarrier() => HardwareMemory.WriteBarrier();

    /// <inheritdoc/>
    public static void FullBarrier() => HardwareMemory.FullBarrier();

    /// <inheritdoc/>
    public static void Add(ref int location, int delta)
    {
        BeforeAccess();
        HardwareMemory.Add(ref location, delta);
    }

    /// <inheritdoc/>
    public static void Add(ref long location, long delta)
    {
        BeforeAccess();
        HardwareMemory.Add(ref location, delta);
    }

    /// <inheritdoc/>
    public static int AddReturn(ref int location, int delta)
    {
        BeforeAccess();
        return HardwareMemory.AddReturn(ref location, delta);
    }

    /// <inheritdoc/>
    public static long AddReturn(ref long location, long delta)
    {
        BeforeAccess();
        return HardwareMemory.AddReturn(ref location, delta);
    }

    /// <inheritdoc/>
    public static int Exchange(ref int location, int value)
    {
        BeforeAccess();
        return HardwareMemory.Exchange(ref location, value);
    }

    /// <inheritdoc/>
    public static long Exchange(ref long location, long value)
    {
        BeforeAccess();
        return HardwareMemory.Exchange(ref location, value);
    }

    /// <inheritdoc/>
    public static int CompareExchange(ref int location, int value, int comparand)
    {
        BeforeAccess();
        return HardwareMemory.CompareExchange(ref location, value, comparand);
    }

    /// <inheritdoc/>
    public static long CompareExchange(ref long location, long value, long comparand)
    {
        BeforeAccess();
        return HardwareMemory.CompareExchange(ref location, value, comparand);
    }

    /// <inheritdoc/>
    public static int And(ref int location, int mask)
    {
        BeforeAccess();
        return HardwareMemory.And(ref location, mask);
    }

    /// <inheritdoc/>
    public static long And(ref long location, long mask)
    {
        BeforeAccess();
        return HardwareMemory.And(ref location, mask);
    }

    /// <inheritdoc/>
    public static int Or(ref int location, int mask)
    {
        BeforeAccess();
        return HardwareMemory.Or(ref location, mask);
    }

    /// <inheritdoc/>
    public static long Or(ref long location, long mask)
    {
        BeforeAccess();
        return HardwareMemory.Or(ref location, mask);
    }

    /// <summary>Gives the core away at once: whoever is waited for may be held.</summary>
    public static void Pause() => Thread.Yield();

    /// <summary>Few: what follows a loop that gave up is what a perturbed run wants to meet.</summary>
    public static int Turns(int wanted) => Math.Min(wanted, 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BeforeAccess()
    {
        if (t_state != 0)
        {
            // A step of a multiplicative generator; the high bits are good enough to choose by.
            t_state *= 0xD133_7D65_9E3B_4D15;
            uint drawn = (uint)(t_state >> 32);
            if (drawn < t_hitBelow || ~drawn < t_holdBelow)
            {
                Act(drawn);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Act(uint drawn)
    {
        int kind = (int)(t_state >> 24) & 0xFF;
        if (~drawn < t_holdBelow)
        {
            Thread.Sleep(HoldMilliseconds);
        }
        else if (kind < YieldsIn256)
        {
            Thread.Yield();
        }
        else
        {
            for (int turn = kind % MaxPauseTurns; turn >= 0; turn--)
            {
                HardwareMemory.Pause();
            }
        }
    }
}
