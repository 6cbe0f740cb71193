using System.Runtime.CompilerServices;

namespace Features;

// What ordinary code is made of, one class for each kind of thing. Right ones pass under every model; ...Wrong ones are refuted under sc.

public static class GenericInterfaces
{
    public interface IBox<T> { void Put(T value); bool TryTake(out T? value); }
    public sealed class Box<T> : IBox<T> where T : class
    {
        private T? _value;
        public void Put(T value) => Volatile.Write(ref _value, value);
        public bool TryTake(out T? value) { value = Interlocked.Exchange(ref _value, null); return value is not null; }
    }
    public sealed class Item { public int Number; }
    public sealed class State { public readonly IBox<Item> Box = new Box<Item>(); public int Seen = -1; }
    public static void Actor0(State s) => s.Box.Put(new Item { Number = 5 });
    public static void Actor1(State s) { if (s.Box.TryTake(out Item? item)) s.Seen = item!.Number; }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : $"saw {s.Seen}";
}

public static class RefReturns
{
    public struct Pair { public int A; public int B; }
    public sealed class Table { private readonly Pair[] _pairs = new Pair[2]; public ref Pair At(int index) => ref _pairs[index]; }
    public sealed class State { public readonly Table Table = new(); public int A; public int B; }
    private static void Fill(ref Pair pair, int value) { pair.B = value; Volatile.Write(ref pair.A, value); }
    public static void Actor0(State s) => Fill(ref s.Table.At(1), 3);
    public static void Actor1(State s) { ref Pair pair = ref s.Table.At(1); s.A = Volatile.Read(ref pair.A); s.B = pair.B; }
    public static string? Check(State s) => s.A == 0 || s.B == 3 ? null : $"{s.A} and {s.B}";
}

public static class CopiedStaticStructWrong
{
    public sealed class Cell { public int Value; }
    public readonly struct Holder(Cell cell) { public readonly Cell Cell = cell; }
    public sealed class State { public int Seen; }
    private static readonly Holder s_holder = new(new Cell());
    public static void Actor0(State s) => s_holder.Cell.Value = 1;
    public static void Actor1(State s) { Holder copy = s_holder; s.Seen = copy.Cell.Value; }
    public static string? Check(State s) => s.Seen == 0 ? null : "the cell is shared";
}

public static class CopiedStaticStruct
{
    public sealed class Cell { public int Value; }
    public readonly struct Holder(Cell cell, int limit) { public readonly Cell Cell = cell; public readonly int Limit = limit; }
    public sealed class State { public int Seen; public int Limit; }
    private static readonly Holder s_holder = new(new Cell(), 5);
    public static void Actor0(State s) { Holder copy = s_holder; Volatile.Write(ref copy.Cell.Value, copy.Limit); }
    public static void Actor1(State s) { Holder copy = s_holder; s.Seen = Volatile.Read(ref copy.Cell.Value); s.Limit = copy.Limit; }
    public static string? Check(State s) => s.Seen is 0 or 5 && s.Limit == 5 ? null : $"saw {s.Seen} of {s.Limit}";
}

public static class WholeStructs
{
    public struct Wide { public long A; public long B; public object? C; }
    public sealed class State { public Wide Wide; public bool Torn; }
    public static void Actor0(State s) => s.Wide = new Wide { A = 1, B = 1 };
    public static void Actor1(State s) { Wide copy = s.Wide; s.Torn = copy.A != copy.B; }
    public static string? Check(State s) => null;
}

public static class WholeStructsWrong
{
    public struct Wide { public long A; public long B; }
    public sealed class State { public Wide Wide; public bool Torn; }
    public static void Actor0(State s) => s.Wide = new Wide { A = 1, B = 1 };
    public static void Actor1(State s) { Wide copy = s.Wide; s.Torn = copy.A != copy.B; }
    public static string? Check(State s) => s.Torn ? "torn" : null;
}

public static class NullableFields
{
    public sealed class State { public int? Value; public readonly object Gate = new(); public int Seen = -1; }
    public static void Actor0(State s) { lock (s.Gate) s.Value = 4; }
    public static void Actor1(State s) { lock (s.Gate) { if (s.Value.HasValue) s.Seen = s.Value.Value; } }
    public static string? Check(State s) => s.Seen is -1 or 4 ? null : $"saw {s.Seen}";
}

public static class FinallyAndFilters
{
    public sealed class State { public readonly Lock Gate = new(); public int Count; public int Caught; }
    private static void Step(State s)
    {
        try
        {
            s.Gate.Enter();
            try { s.Count++; if (s.Count > 0) throw new InvalidOperationException("x"); }
            finally { s.Gate.Exit(); }
        }
        catch (InvalidOperationException e) when (e.Message == "x") { Interlocked.Increment(ref s.Caught); }
    }
    public static void Actor0(State s) => Step(s);
    public static void Actor1(State s) => Step(s);
    public static string? Check(State s) => s.Count == 2 && s.Caught == 2 ? null : $"{s.Count} and {s.Caught}";
}

public static class CatchAll
{
    public sealed class State { public int Flag; public int Seen; }
    public static void Actor0(State s) { while (true) { try { if (Volatile.Read(ref s.Flag) == 1) break; } catch { } } s.Seen = 1; }
    public static void Actor1(State s) => Volatile.Write(ref s.Flag, 1);
    public static string? Check(State s) => s.Seen == 1 ? null : "not seen";
}

public static class MonitorAll
{
    public sealed class State { public readonly object Gate = new(); public bool Open; public int Passed; }
    private static void Pass(State s) { lock (s.Gate) { while (!s.Open) Monitor.Wait(s.Gate); s.Passed++; } }
    public static void Actor0(State s) => Pass(s);
    public static void Actor1(State s) => Pass(s);
    public static void Actor2(State s) { lock (s.Gate) { s.Open = true; Monitor.PulseAll(s.Gate); } }
    public static string? Check(State s) => s.Passed == 2 ? null : $"{s.Passed} passed";
}

public static class MonitorOneWrong
{
    public sealed class State { public readonly object Gate = new(); public bool Open; public int Passed; }
    private static void Pass(State s) { lock (s.Gate) { while (!s.Open) Monitor.Wait(s.Gate); s.Passed++; } }
    public static void Actor0(State s) => Pass(s);
    public static void Actor1(State s) => Pass(s);
    public static void Actor2(State s) { lock (s.Gate) { s.Open = true; Monitor.Pulse(s.Gate); } }
    public static string? Check(State s) => null;
}

public static class RecursiveLocks
{
    public sealed class State { public readonly object Gate = new(); public int Count; public bool TriedInVain; }
    private static void Down(State s, int depth) { lock (s.Gate) { if (depth > 0) Down(s, depth - 1); else s.Count++; } }
    public static void Actor0(State s) => Down(s, 2);
    public static void Actor1(State s) { if (Monitor.TryEnter(s.Gate)) { s.Count++; Monitor.Exit(s.Gate); } else s.TriedInVain = true; }
    public static string? Check(State s) => s.Count == (s.TriedInVain ? 1 : 2) ? null : $"{s.Count}";
}

public static class NotOwnerWrong
{
    public sealed class State { public readonly object Gate = new(); }
    public static void Actor0(State s) => Monitor.Exit(s.Gate);
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class Events
{
    public sealed class Source { public event Action? Raised; public void Raise() => Raised?.Invoke(); }
    public sealed class State { public readonly Source Source = new(); public int Count; }
    public static void Actor0(State s) => s.Source.Raised += () => s.Count++;
    public static void Actor1(State s) { s.Source.Raised += () => s.Count += 10; }
    public static string? Check(State s) { s.Source.Raise(); return s.Count == 11 ? null : $"{s.Count}"; }
}

public static class Records
{
    public sealed record Point(int X, int Y);
    public sealed class State { public Point Point = new(0, 0); public int X; public int Y; }
    public static void Actor0(State s) => s.Point = s.Point with { X = 1, Y = 1 };
    public static void Actor1(State s) { Point p = s.Point; s.X = p.X; s.Y = p.Y; }
    public static string? Check(State s) => s.X == s.Y ? null : $"{s.X} and {s.Y}";
}

public static class SpansAndArrays
{
    public sealed class State { public int[] Items = [1, 2, 3]; public readonly object Gate = new(); public int Sum; }
    private static int Sum(ReadOnlySpan<int> items) { int sum = 0; foreach (int item in items) sum += item; return sum; }
    public static void Actor0(State s) { lock (s.Gate) { Array.Resize(ref s.Items, 4); s.Items[3] = 4; s.Items.AsSpan(0, 1)[0] = 10; } }
    public static void Actor1(State s) { lock (s.Gate) s.Sum = Sum(s.Items); }
    public static string? Check(State s) => s.Sum is 6 or 19 && s.Items.Sum() == 19 ? null : $"{s.Sum}";
}

public static class SmallWords
{
    public enum Phase : byte { None, One, Two }
    public sealed class State { public Phase Phase; public short Short; public byte Byte; public float Float; public double Double; public char Char; public ulong Unsigned; public bool Wrong; }
    public static void Actor0(State s) { s.Short = -3; s.Float = 1.5f; s.Double = -2.5; s.Char = 'x'; s.Unsigned = ulong.MaxValue; Volatile.Write(ref s.Byte, 200); s.Phase = Phase.Two; }
    public static void Actor1(State s) => s.Wrong = Volatile.Read(ref s.Byte) == 200 && (s.Short != -3 || s.Float != 1.5f || s.Double != -2.5 || s.Char != 'x' || s.Unsigned != ulong.MaxValue);
    public static string? Check(State s) => s.Wrong || s.Phase != Phase.Two ? "wrong" : null;
}

public static class Iterators
{
    public sealed class State { public readonly int[] Items = new int[2]; public int Sum; }
    private static IEnumerable<int> All(State s) { for (int i = 0; i < s.Items.Length; i++) yield return Volatile.Read(ref s.Items[i]); }
    public static void Actor0(State s) { Volatile.Write(ref s.Items[1], 2); Volatile.Write(ref s.Items[0], 1); }
    public static void Actor1(State s) { int sum = 0; foreach (int item in All(s)) sum += item; s.Sum = sum; }
    public static string? Check(State s) => s.Sum is 0 or 2 or 3 ? null : $"{s.Sum}";
}

public static class GenericStatics
{
    public static class Holder<T> { public static readonly object Gate = new(); public static int Count; }
    public sealed class State { public State() { Holder<string>.Count = 0; } }
    public static void Actor0(State s) { lock (Holder<string>.Gate) Holder<string>.Count++; }
    public static void Actor1(State s) { lock (Holder<string>.Gate) Holder<string>.Count++; }
    public static string? Check(State s) => Holder<string>.Count == 2 ? null : $"{Holder<string>.Count}";
}

public static class IdentityOfObjects
{
    public sealed class Node { public Node? Next; public int Number; }
    public sealed class State { public Node Head = new(); public bool Same; public bool Other; }
    public static void Actor0(State s) { Node a = Volatile.Read(ref s.Head); Node b = Volatile.Read(ref s.Head); s.Same = a == b; s.Other = ReferenceEquals(a, new Node()); }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Same && !s.Other ? null : $"{s.Same} and {s.Other}";
}

public static class PlainLoops
{
    public sealed class State { public int Ready; public int Data; public int Seen; }
    public static void Actor0(State s) { s.Data = 3; Volatile.Write(ref s.Ready, 1); }
    public static void Actor1(State s) { int turns = 0; do { turns++; } while (Volatile.Read(ref s.Ready) == 0); s.Seen = s.Data; }
    public static string? Check(State s) => s.Seen == 3 ? null : $"saw {s.Seen}";
}

public static class BoundedLoops
{
    public sealed class State { public int Ready; public int Turns; public bool GaveUp; }
    public static void Actor0(State s) => Volatile.Write(ref s.Ready, 1);
    public static void Actor1(State s) { for (int i = 0; i < 3; i++) { s.Turns = i; if (Volatile.Read(ref s.Ready) == 1) return; } s.GaveUp = true; }
    public static string? Check(State s) => null;
}

public static class BoundedLoopsWrong
{
    public sealed class State { public int Ready; public bool GaveUp; }
    public static void Actor0(State s) => Volatile.Write(ref s.Ready, 1);
    public static void Actor1(State s) { for (int i = 0; i < 3; i++) { if (Volatile.Read(ref s.Ready) == 1) return; } s.GaveUp = true; }
    public static string? Check(State s) => s.GaveUp ? "gave up" : null;
}

public static class InlineArrays
{
    [InlineArray(3)] public struct Three { private int _first; }
    public sealed class State { public Three Three; public int A; public int B; }
    public static void Actor0(State s) { s.Three[2] = 1; Volatile.Write(ref s.Three[1], 1); }
    public static void Actor1(State s) { s.A = Volatile.Read(ref s.Three[1]); s.B = s.Three[2]; }
    public static string? Check(State s) => s.A == 0 || s.B == 1 ? null : $"{s.A} and {s.B}";
}

public static class BoxesAndStrings
{
    public sealed class State { public object? Value; public string? Text; public int Seen; public bool Wrong; }
    public static void Actor0(State s) { s.Text = "ab"; Volatile.Write(ref s.Value, 5); }
    public static void Actor1(State s) { if (Volatile.Read(ref s.Value) is int number) { s.Seen = number; s.Wrong = s.Text is not { Length: 2 } text || text[1] != 'b'; } }
    public static string? Check(State s) => s.Seen is 0 or 5 && !s.Wrong ? null : $"{s.Seen}";
}

public static class RefuseLinq
{
    public sealed class State { public readonly int[] Items = [1, 2]; public int Sum; }
    public static void Actor0(State s) => s.Sum = s.Items.Sum();
    public static void Actor1(State s) => s.Items[0] = 5;
    public static string? Check(State s) => null;
}

public static class RefuseList
{
    public sealed class State { public readonly List<int> Items = []; }
    public static void Actor0(State s) => s.Items.Add(1);
    public static void Actor1(State s) => s.Items.Add(2);
    public static string? Check(State s) => null;
}

public static class RefuseFinalizer
{
    public sealed class Handle { ~Handle() { } public int X; }
    public sealed class State { public Handle? Handle; }
    public static void Actor0(State s) => s.Handle = new Handle();
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class RefuseThreadStatic
{
    [ThreadStatic] private static int t_count;
    public sealed class State { public int X; }
    public static void Actor0(State s) => s.X = ++t_count;
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class RefuseTimeout
{
    public sealed class State { public readonly object Gate = new(); public bool Got; }
    public static void Actor0(State s) { lock (s.Gate) s.Got = Monitor.Wait(s.Gate, 100); }
    public static void Actor1(State s) { lock (s.Gate) Monitor.Pulse(s.Gate); }
    public static string? Check(State s) => null;
}

public static class RefuseStackalloc
{
    public sealed class State { public int X; }
    public static unsafe void Actor0(State s) { int* p = stackalloc int[2]; p[1] = 3; s.X = p[1]; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class RefuseTexts
{
    public sealed class State { public string? Text; public int X; }
    public static void Actor0(State s) => s.Text = $"x is {s.X}";
    public static void Actor1(State s) => s.X = 1;
    public static string? Check(State s) => null;
}
