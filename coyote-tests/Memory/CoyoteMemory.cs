using Atomics;
using Microsoft.Coyote.Runtime;

namespace CoyoteTests.Memory;

/// <summary>
/// The machine under Coyote: forwards to <see cref="HardwareMemory"/>, whose rewritten <c>Interlocked</c> and
/// <c>Volatile</c> calls are the scheduling points, adds the points that rewriting does not give, and records what each
/// actor did.
/// </summary>
/// <remarks>
/// Added points: before plain reads and writes, so that the plain updates of a writer that is alone, and a reader that
/// orders its plain reads with a barrier, can be interrupted. Barriers stay invisible: execution is sequentially
/// consistent. Left out: reads of words that never change. Weaker adds than C# has are adds: only their order differs,
/// which is not seen. <see cref="Pause"/> blocks until another actor has written: a turn of a wait loop that nothing
/// was written for would read the same values again. So a wait is a wait to Coyote too: it ends, or it is reported as a
/// deadlock.
/// </remarks>
public readonly struct CoyoteMemory : IRelaxedMemory
{
    public static int ReadPlain(ref int location)
    {
        Interleave(ref location);
        int value = HardwareMemory.ReadPlain(ref location);
        Interleaving.Current.Read(ref location);
        return value;
    }

    public static long ReadPlain(ref long location)
    {
        Interleave(ref location);
        long value = HardwareMemory.ReadPlain(ref location);
        Interleaving.Current.Read(ref location);
        return value;
    }

    public static int ReadAcquire(ref int location)
    {
        int value = HardwareMemory.ReadAcquire(ref location);
        Interleaving.Current.Read(ref location);
        return value;
    }

    public static long ReadAcquire(ref long location)
    {
        long value = HardwareMemory.ReadAcquire(ref location);
        Interleaving.Current.Read(ref location);
        return value;
    }

    public static void WritePlain(ref int location, int value)
    {
        Interleave(ref location);
        HardwareMemory.WritePlain(ref location, value);
        Interleaving.Current.Write(ref location);
    }

    public static void WritePlain(ref long location, long value)
    {
        Interleave(ref location);
        HardwareMemory.WritePlain(ref location, value);
        Interleaving.Current.Write(ref location);
    }

    public static void WriteRelease(ref int location, int value)
    {
        HardwareMemory.WriteRelease(ref location, value);
        Interleaving.Current.Write(ref location);
    }

    public static void WriteRelease(ref long location, long value)
    {
        HardwareMemory.WriteRelease(ref location, value);
        Interleaving.Current.Write(ref location);
    }

    public static void ReadBarrier() => HardwareMemory.ReadBarrier();

    public static void WriteBarrier() => HardwareMemory.WriteBarrier();

    public static void FullBarrier() => HardwareMemory.FullBarrier();

    public static void Add(ref int location, int delta)
    {
        HardwareMemory.Add(ref location, delta);
        Interleaving.Current.Update(ref location);
    }

    public static void Add(ref long location, long delta)
    {
        HardwareMemory.Add(ref location, delta);
        Interleaving.Current.Update(ref location);
    }

    public static int AddReturn(ref int location, int delta)
    {
        int value = HardwareMemory.AddReturn(ref location, delta);
        Interleaving.Current.Update(ref location);
        return value;
    }

    public static long AddReturn(ref long location, long delta)
    {
        long value = HardwareMemory.AddReturn(ref location, delta);
        Interleaving.Current.Update(ref location);
        return value;
    }

    public static int Exchange(ref int location, int value)
    {
        int old = HardwareMemory.Exchange(ref location, value);
        Interleaving.Current.Update(ref location);
        return old;
    }

    public static long Exchange(ref long location, long value)
    {
        long old = HardwareMemory.Exchange(ref location, value);
        Interleaving.Current.Update(ref location);
        return old;
    }

    public static int CompareExchange(ref int location, int value, int comparand)
    {
        int old = HardwareMemory.CompareExchange(ref location, value, comparand);
        Interleaving.Current.UpdateIf(old == comparand, ref location);
        return old;
    }

    public static long CompareExchange(ref long location, long value, long comparand)
    {
        long old = HardwareMemory.CompareExchange(ref location, value, comparand);
        Interleaving.Current.UpdateIf(old == comparand, ref location);
        return old;
    }

    public static int And(ref int location, int mask)
    {
        int old = HardwareMemory.And(ref location, mask);
        Interleaving.Current.Update(ref location);
        return old;
    }

    public static long And(ref long location, long mask)
    {
        long old = HardwareMemory.And(ref location, mask);
        Interleaving.Current.Update(ref location);
        return old;
    }

    public static int Or(ref int location, int mask)
    {
        int old = HardwareMemory.Or(ref location, mask);
        Interleaving.Current.Update(ref location);
        return old;
    }

    public static long Or(ref long location, long mask)
    {
        long old = HardwareMemory.Or(ref location, mask);
        Interleaving.Current.Update(ref location);
        return old;
    }

    public static void Pause()
    {
        Interleaving interleaving = Interleaving.Current;
        if (interleaving.EndTurn() is Func<bool> somebodyWrote)
        {
            Operation.PauseUntil(somebodyWrote);
            interleaving.BeginTurn();
        }
    }

    public static void AddRelaxed(ref int location, int delta) => Add(ref location, delta);

    public static void AddRelaxed(ref long location, long delta) => Add(ref location, delta);

    public static void AddRelease(ref int location, int delta) => Add(ref location, delta);

    public static void AddRelease(ref long location, long delta) => Add(ref location, delta);

    public static int AddReturn(ref int location, int delta, UpdateOrder order) => AddReturn(ref location, delta);

    public static long AddReturn(ref long location, long delta, UpdateOrder order) => AddReturn(ref location, delta);

    public static int Exchange(ref int location, int value, UpdateOrder order) => Exchange(ref location, value);

    public static long Exchange(ref long location, long value, UpdateOrder order) => Exchange(ref location, value);

    public static int CompareExchange(ref int location, int value, int comparand, UpdateOrder order) =>
        CompareExchange(ref location, value, comparand);

    public static long CompareExchange(ref long location, long value, long comparand, UpdateOrder order) =>
        CompareExchange(ref location, value, comparand);

    private static void Interleave<T>(ref T location) where T : unmanaged
    {
        if (Interleaving.Current.IsShared(ref location))
        {
            SchedulingPoint.Interleave();
        }
    }
}
