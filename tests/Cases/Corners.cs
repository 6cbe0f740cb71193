using System.Runtime.CompilerServices;

namespace Kinds;

// What the runtime does by itself, and what is one object: with its verdicts in kinds.tsv.

public static class RefuseSynchronized
{
    public sealed class Counter { public int Count; [MethodImpl(MethodImplOptions.Synchronized)] public void Step() => Count++; }
    public sealed class State { public readonly Counter Counter = new(); }
    public static void Actor0(State s) => s.Counter.Step();
    public static void Actor1(State s) => s.Counter.Step();
    public static string? Check(State s) => s.Counter.Count == 2 ? null : "lost";
}

public static class RefuseFinalizerOfSetUp
{
    public static int Gone;
    public sealed class Handle { ~Handle() => Gone++; }
    public sealed class State { public Handle? Handle = new(); public int Seen; }
    public static void Actor0(State s) => s.Handle = null;
    public static void Actor1(State s) => s.Seen = Gone;
    public static string? Check(State s) => s.Seen == 0 ? null : "gone";
}

public static class EqualTextsBroken
{
    public sealed class State { public string Name = "ab"; public string Half = "a"; }
    public static void Actor0(State s) => Interlocked.CompareExchange(ref s.Name, "new", s.Half + "b");
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Name == "new" ? null : "not swapped";
}

public static class LockOnTextBroken
{
    public sealed class State { public string Half = "a"; public int Count; }
    public static void Actor0(State s) { lock (s.Half + "b") s.Count++; }
    public static void Actor1(State s) { lock (s.Half + "b") s.Count++; }
    public static string? Check(State s) => s.Count == 2 ? null : "lost";
}

public static class RefuseFreshDelegate
{
    public sealed class State { public Action? Handler; public int Count; public void Step() => Count++; public State() => Handler = Step; }
    public static void Actor0(State s) => Interlocked.CompareExchange(ref s.Handler, null, s.Step);
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Handler is null ? null : "not taken back";
}

public static class DelegateTakenOnceFixed
{
    public sealed class State { public Action? Handler; public int Count; public void Step() => Count++; public State() => Handler = Step; }
    private static void Take(State s) { Action? handler = s.Handler; if (handler != null && Interlocked.CompareExchange(ref s.Handler, null, handler) == handler) handler(); }
    public static void Actor0(State s) => Take(s);
    public static void Actor1(State s) => Take(s);
    public static string? Check(State s) => s.Count == 1 ? null : $"called {s.Count} times";
}

public static class RefuseSleepForEver
{
    public sealed class State { public int X; }
    public static void Actor0(State s) { Thread.Sleep(Timeout.Infinite); s.X = 1; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class SleepNegativeBroken
{
    public sealed class State { public int X = -5; }
    public static void Actor0(State s) => Thread.Sleep(TimeSpan.FromMilliseconds(s.X));
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class RefuseLockAsObject
{
    public sealed class State { public readonly Lock Gate = new(); public int Count; }
    public static void Actor0(State s) { lock (s.Gate) s.Count++; }
#pragma warning disable CS9216 // That is the mistake.
    public static void Actor1(State s) { object gate = s.Gate; lock (gate) s.Count++; }
#pragma warning restore CS9216
    public static string? Check(State s) => s.Count == 2 ? null : "lost";
}

public static class LockTakenBeforeBroken
{
    public sealed class State { public readonly object Gate = new(); }
    public static void Actor0(State s) { bool taken = true; Monitor.Enter(s.Gate, ref taken); Monitor.Exit(s.Gate); }
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class ClearTooFarBroken
{
    public sealed class State { public readonly int[] Items = [1, 2]; public int First; }
    public static void Actor0(State s) { try { Array.Clear(s.Items, 0, 5); } catch (IndexOutOfRangeException) { s.First = s.Items[0]; } }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.First == 1 ? "thrown before anything was cleared" : null;
}

public static class ClearNegativeBroken
{
    public sealed class State { public readonly int[] Items = [1, 2]; }
    public static void Actor0(State s) => Array.Clear(s.Items, 1, -1);
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class ResizeToSameFixed
{
    public sealed class State { public int[] Items = [1, 2]; public bool IsSame; }
    public static void Actor0(State s) { int[] old = s.Items; Array.Resize(ref s.Items, 2); s.IsSame = ReferenceEquals(old, s.Items); }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.IsSame ? null : "copied";
}

public static class RefuseWideningCopy
{
    public sealed class State { public readonly int[] Items = [1, 2]; public readonly long[] Copies = new long[2]; }
    public static void Actor0(State s) => Array.Copy(s.Items, s.Copies, 2);
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Copies[1] == 2 ? null : "not copied";
}

public static class RefuseNarrowingCopy
{
    public sealed class State { public readonly object[] Items = ["1", 2]; public readonly string[] Copies = new string[2]; }
    public static void Actor0(State s) => Array.Copy(s.Items, s.Copies, 2);
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class StructSwappedBroken
{
    public struct Word { public int Value; }
    public sealed class State { public Word Word; }
    public static void Actor0(State s) => Interlocked.CompareExchange(ref s.Word, new Word { Value = 1 }, default);
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static unsafe class FixedBufferFixed
{
    public struct Words { public fixed int Items[4]; }
    public sealed class State { public Words From, To; public State() => From.Items[3] = 7; }
    public static void Actor0(State s) => s.To = s.From;
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.To.Items[3] == 7 ? null : "not all";
}

public static class SuppressFinalizeFixed
{
    public sealed class State : IDisposable { public int X; public void Dispose() { X = 1; GC.SuppressFinalize(this); } }
    public static void Actor0(State s) => s.Dispose();
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.X == 1 ? null : "not disposed";
}
