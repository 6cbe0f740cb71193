using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Kinds;

// A class for each further thing that code is made of, with its verdicts in kinds.tsv.

public static class GenericStructFixed
{
    public struct Slot<T> { public T? Item; public int Version; }
    public sealed class Mailbox<T> where T : class
    {
        private readonly Slot<T>[] _slots = new Slot<T>[2];
        public void Put(int at, T item) { _slots[at].Item = item; Volatile.Write(ref _slots[at].Version, 1); }
        public T? Take(int at) => Volatile.Read(ref _slots[at].Version) == 1 ? _slots[at].Item : null;
    }
    public sealed class Letter(int number) { public readonly int Number = number; }
    public sealed class State { public readonly Mailbox<Letter> Box = new(); public int Seen = -1; }
    public static void Actor0(State s) => s.Box.Put(1, new Letter(4));
    public static void Actor1(State s) { if (s.Box.Take(1) is Letter letter) s.Seen = letter.Number; }
    public static string? Check(State s) => s.Seen is -1 or 4 ? null : $"saw {s.Seen}";
}

public static class GenericMethodBroken
{
    public sealed class Cell<T> { public T Value = default!; }
    public sealed class State { public readonly Cell<long> Count = new(); }
    private static void Change<T>(Cell<T> cell, Func<T, T> change) => cell.Value = change(cell.Value);
    public static void Actor0(State s) => Change(s.Count, value => value + 1);
    public static void Actor1(State s) => Change(s.Count, value => value + 1);
    public static string? Check(State s) => s.Count.Value == 2 ? null : $"counted {s.Count.Value}";
}

public static class GenericEqualsFixed
{
    public sealed class Cell<T> where T : IEquatable<T>
    {
        private T _value = default!;
        private readonly Lock _gate = new();
        public bool TryChange(T from, T to) { lock (_gate) { if (!_value.Equals(from)) return false; _value = to; return true; } }
    }
    public sealed class State { public readonly Cell<int> Cell = new(); public bool Won0, Won1; }
    public static void Actor0(State s) => s.Won0 = s.Cell.TryChange(0, 1);
    public static void Actor1(State s) => s.Won1 = s.Cell.TryChange(0, 2);
    public static string? Check(State s) => s.Won0 != s.Won1 ? null : $"{s.Won0} and {s.Won1}";
}

public static class ComparerFixed
{
    public sealed class Cell<T>
    {
        private T _value = default!;
        private readonly Lock _gate = new();
        public bool TryChange(T from, T to) { lock (_gate) { if (!EqualityComparer<T>.Default.Equals(_value, from)) return false; _value = to; return true; } }
    }
    public sealed class State { public readonly Cell<string?> Cell = new(); public bool Won0, Won1; }
    public static void Actor0(State s) => s.Won0 = s.Cell.TryChange(null, "a");
    public static void Actor1(State s) => s.Won1 = s.Cell.TryChange(null, "b");
    public static string? Check(State s) => s.Won0 != s.Won1 ? null : $"{s.Won0} and {s.Won1}";
}

public static class RecordEqualityFixed
{
    public sealed record Pair(int Low, int High);
    public sealed class State { public Pair Pair = new(0, 0); public bool IsZero, IsOne; }
    public static void Actor0(State s) => Volatile.Write(ref s.Pair, new Pair(1, 1));
    public static void Actor1(State s) { Pair seen = Volatile.Read(ref s.Pair); s.IsZero = seen == new Pair(0, 0); s.IsOne = seen == new Pair(1, 1); }
    public static string? Check(State s) => s.IsZero != s.IsOne ? null : "neither";
}

public static class RecordStructBroken
{
    public readonly record struct Pair(int Low, int High);
    public sealed class State { public Pair Pair; public bool Torn; }
    public static void Actor0(State s) => s.Pair = new Pair(1, 1);
    public static void Actor1(State s) { Pair seen = s.Pair; s.Torn = seen != new Pair(0, 0) && seen != new Pair(1, 1); }
    public static string? Check(State s) => s.Torn ? "torn" : null;
}

public static class TupleFieldBroken
{
    public sealed class State { public (int A, int B) Both; public int A, B; }
    public static void Actor0(State s) => s.Both = (1, 1);
    public static void Actor1(State s) { (s.A, s.B) = s.Both; }
    public static string? Check(State s) => s.A == s.B ? null : $"{s.A} and {s.B}";
}

public static class TupleInBoxFixed
{
    public sealed class State { public object? Both; public int A, B; }
    public static void Actor0(State s) => Volatile.Write(ref s.Both, (1, 1));
    public static void Actor1(State s) { if (Volatile.Read(ref s.Both) is (int a, int b)) { s.A = a; s.B = b; } }
    public static string? Check(State s) => s.A == s.B ? null : $"{s.A} and {s.B}";
}

/// <summary>A box that holds a reference: what is behind it is not of the box.</summary>
public static class ReferenceInBoxBroken
{
    public sealed class Node { public int Value; }
    public readonly struct Entry(int key, Node node) { public readonly int Key = key; public readonly Node Node = node; }
    public sealed class State { public object? Entry; public int Seen = -1; }
    public static void Actor0(State s) { Node node = new(); Volatile.Write(ref s.Entry, new Entry(3, node)); node.Value = 5; }
    public static void Actor1(State s) { if (Volatile.Read(ref s.Entry) is Entry entry) s.Seen = entry.Node.Value; }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : $"saw {s.Seen}";
}

public static class ReferenceInBoxFixed
{
    public sealed class Node { public int Value; }
    public readonly struct Entry(int key, Node node) { public readonly int Key = key; public readonly Node Node = node; }
    public sealed class State { public object? Entry; public int Seen = -1; }
    public static void Actor0(State s) { Node node = new() { Value = 5 }; Volatile.Write(ref s.Entry, new Entry(3, node)); }
    public static void Actor1(State s) { if (Volatile.Read(ref s.Entry) is Entry entry) s.Seen = entry.Node.Value; }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : $"saw {s.Seen}";
}

public static class RefFieldBroken
{
    public ref struct Cursor(ref int at) { private ref int _at = ref at; public void Step() => _at++; }
    public sealed class State { public readonly int[] Counts = new int[2]; }
    public static void Actor0(State s) { Cursor cursor = new(ref s.Counts[1]); cursor.Step(); }
    public static void Actor1(State s) { Cursor cursor = new(ref s.Counts[1]); cursor.Step(); }
    public static string? Check(State s) => s.Counts[1] == 2 ? null : $"counted {s.Counts[1]}";
}

public static class RefFieldFixed
{
    public ref struct Cursor(ref int at) { private ref int _at = ref at; public void Step() => Interlocked.Increment(ref _at); }
    public sealed class State { public readonly int[] Counts = new int[2]; }
    public static void Actor0(State s) { Cursor cursor = new(ref s.Counts[1]); cursor.Step(); }
    public static void Actor1(State s) { Cursor cursor = new(ref s.Counts[1]); cursor.Step(); }
    public static string? Check(State s) => s.Counts[1] == 2 ? null : $"counted {s.Counts[1]}";
}

public static class InAndOutFixed
{
    public struct Wide { public int A, B; }
    public sealed class State { public Wide Wide; public volatile bool Ready; public int Sum = -1; }
    private static int Sum(in Wide wide) => wide.A + wide.B;
    private static void Make(out Wide wide) { wide.A = 2; wide.B = 3; }
    public static void Actor0(State s) { Make(out s.Wide); s.Ready = true; }
    public static void Actor1(State s) { if (s.Ready) s.Sum = Sum(in s.Wide); }
    public static string? Check(State s) => s.Sum is -1 or 5 ? null : $"{s.Sum}";
}

public static class InAndOutBroken
{
    public struct Wide { public int A, B; }
    public sealed class State { public Wide Wide; public int Sum = -1; }
    private static int Sum(in Wide wide) => wide.A + wide.B;
    private static void Make(out Wide wide) { wide.A = 2; wide.B = 3; }
    public static void Actor0(State s) => Make(out s.Wide);
    public static void Actor1(State s) => s.Sum = Sum(in s.Wide);
    public static string? Check(State s) => s.Sum is 0 or 5 ? null : $"{s.Sum}";
}

public static class DelegateFieldFixed
{
    public sealed class State { public Func<int, int>? Change; public int Seen = -1; }
    public static void Actor0(State s) { int by = 4; Volatile.Write(ref s.Change, x => x + by); }
    public static void Actor1(State s) { if (Volatile.Read(ref s.Change) is Func<int, int> change) s.Seen = change(1); }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : $"saw {s.Seen}";
}

public static class DelegateOverStateBroken
{
    public sealed class State { public Action? Work; public int Count; }
    public static void Actor0(State s) { Volatile.Write(ref s.Work, () => s.Count++); s.Count++; }
    public static void Actor1(State s) => Volatile.Read(ref s.Work)?.Invoke();
    public static string? Check(State s) => s.Work is not null && s.Count is 1 or 2 ? s.Count == 1 && s.Work is not null ? "one lost, or not called" : null : null;
}

public static class VirtualCallsFixed
{
    public abstract class Shape { public abstract int Area(); }
    public sealed class Square(int side) : Shape { private readonly int _side = side; public override int Area() => _side * _side; }
    public sealed class Line : Shape { public override int Area() => 0; }
    public sealed class State { public Shape Shape = new Line(); public int Area; }
    public static void Actor0(State s) => Volatile.Write(ref s.Shape, new Square(3));
    public static void Actor1(State s) => s.Area = Volatile.Read(ref s.Shape).Area();
    public static string? Check(State s) => s.Area is 0 or 9 ? null : $"{s.Area}";
}

public static class StaticAbstractFixed
{
    public interface IZero<TSelf> where TSelf : IZero<TSelf> { static abstract TSelf Zero { get; } static abstract int Of(TSelf value); }
    public readonly struct Meters(int value) : IZero<Meters> { public readonly int Value = value; public static Meters Zero => new(0); public static int Of(Meters value) => value.Value; }
    public sealed class Gauge<T> where T : struct, IZero<T> { private T _value = T.Zero; private readonly object _gate = new(); public void Set(T value) { lock (_gate) _value = value; } public int Get() { lock (_gate) return T.Of(_value); } }
    public sealed class State { public readonly Gauge<Meters> Gauge = new(); public int Seen; }
    public static void Actor0(State s) => s.Gauge.Set(new Meters(7));
    public static void Actor1(State s) => s.Seen = s.Gauge.Get();
    public static string? Check(State s) => s.Seen is 0 or 7 ? null : $"{s.Seen}";
}

public static class DefaultInterfaceMethodBroken
{
    public interface ICounter { int Count { get; set; } void Step() => Count = Count + 1; }
    public sealed class Counter : ICounter { public int Count { get; set; } }
    public sealed class State { public readonly ICounter Counter = new Counter(); }
    public static void Actor0(State s) => s.Counter.Step();
    public static void Actor1(State s) => s.Counter.Step();
    public static string? Check(State s) => s.Counter.Count == 2 ? null : $"{s.Counter.Count}";
}

public static class StaticConstructorFixed
{
    private static class Table { public static readonly int[] Values; static Table() { Values = new int[3]; for (int i = 0; i < 3; i++) Values[i] = i * i; } }
    public sealed class State { public int Seen0, Seen1; }
    public static void Actor0(State s) => s.Seen0 = Table.Values[2];
    public static void Actor1(State s) => s.Seen1 = Table.Values[1];
    public static string? Check(State s) => s.Seen0 == 4 && s.Seen1 == 1 ? null : $"{s.Seen0} and {s.Seen1}";
}

public static class StaticOfInstancesFixed
{
    private static int s_next;
    public sealed class Item { public readonly int Number = s_next++; }
    public sealed class State { public readonly Item A = new(), B = new(); public int Seen0, Seen1; }
    public static void Actor0(State s) => s.Seen0 = s.B.Number - s.A.Number;
    public static void Actor1(State s) => s.Seen1 = s.A.Number;
    public static string? Check(State s) => s.Seen0 == 1 && s.Seen1 == 0 ? null : $"{s.Seen0} and {s.Seen1}";
}

public static class InitFieldsFixed
{
    public sealed class Settings { public required int Size { get; init; } public string Name { get; init; } = "x"; }
    public sealed class State { public Settings? Settings; public int Size = -1; public string? Name; }
    public static void Actor0(State s) => s.Settings = new Settings { Size = 3, Name = "y" };
    public static void Actor1(State s) { Settings? settings = s.Settings; if (settings is not null) { s.Size = settings.Size; s.Name = settings.Name; } }
    public static string? Check(State s) => s.Size == -1 || (s.Size == 3 && s.Name == "y") ? null : $"{s.Size}, {s.Name}";
}

public static class ThisEscapesBroken
{
    public sealed class Node { public static Node? Last; public int Value; public Node() { Last = this; Value = 5; } }
    public sealed class State { public int Seen = -1; public State() => Node.Last = null; }
    public static void Actor0(State s) => _ = new Node();
    public static void Actor1(State s) { if (Node.Last is Node node) s.Seen = node.Value; }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : $"saw {s.Seen}";
}

public static class CastsFixed
{
    public interface INamed { int Name { get; } }
    public class Base { public int A = 1; }
    public sealed class Derived : Base, INamed { public int B = 2; public int Name => A + B; }
    public sealed class State { public object? Value; public int Seen = -1; }
    public static void Actor0(State s) => Volatile.Write(ref s.Value, new Derived());
    public static void Actor1(State s) { object? value = Volatile.Read(ref s.Value); if (value is Base) s.Seen = ((Derived)value).B + (value as INamed)!.Name + (value is State ? 100 : 0); }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : $"{s.Seen}";
}

public static class BadCastBroken
{
    public sealed class A { }
    public sealed class B { }
    public sealed class State { public object? Value = new A(); }
    public static void Actor0(State s) => s.Value = new B();
    public static void Actor1(State s) => _ = (A?)s.Value;
    public static string? Check(State s) => null;
}

public static class NullUseBroken
{
    public sealed class Node { public int Value; }
    public sealed class State { public Node? Node; public int Seen; }
    public static void Actor0(State s) => Volatile.Write(ref s.Node, new Node { Value = 1 });
    public static void Actor1(State s) => s.Seen = Volatile.Read(ref s.Node)!.Value;
    public static string? Check(State s) => null;
}

public static class OutOfRangeBroken
{
    public sealed class State { public int[] Items = new int[1]; public int Index; public int Seen; }
    public static void Actor0(State s) { s.Items = new int[2]; Volatile.Write(ref s.Index, 1); }
    public static void Actor1(State s) { int[] items = s.Items; s.Seen = items[Volatile.Read(ref s.Index)]; }
    public static string? Check(State s) => null;
}

public static class ThrownAcrossFixed
{
    public sealed class Failed(int code) : Exception("failed") { public readonly int Code = code; }
    public sealed class State { public Exception? Error; public int Code = -1; }
    public static void Actor0(State s) { try { throw new Failed(9); } catch (Failed failed) { Volatile.Write(ref s.Error, failed); } }
    public static void Actor1(State s) { if (Volatile.Read(ref s.Error) is Failed failed) s.Code = failed.Code; }
    public static string? Check(State s) => s.Code is -1 or 9 ? null : $"{s.Code}";
}

public static class RefuseMessageAcross
{
    public sealed class State { public Exception? Error; public bool Wrong; }
    public static void Actor0(State s) => Volatile.Write(ref s.Error, new InvalidOperationException("it"));
    public static void Actor1(State s) { if (Volatile.Read(ref s.Error) is Exception error) s.Wrong = error.Message != "it"; }
    public static string? Check(State s) => s.Wrong ? "another message" : null;
}

public static class UsingStructFixed
{
    public readonly struct Hold : IDisposable { private readonly State _state; public Hold(State state) { _state = state; Monitor.Enter(state.Gate); } public void Dispose() => Monitor.Exit(_state.Gate); }
    public sealed class State { public readonly object Gate = new(); public int Count; }
    private static void Step(State s) { using Hold hold = new(s); s.Count++; }
    public static void Actor0(State s) => Step(s);
    public static void Actor1(State s) => Step(s);
    public static string? Check(State s) => s.Count == 2 ? null : $"{s.Count}";
}

public static class NestedFinallyFixed
{
    public sealed class State { public readonly Lock A = new(), B = new(); public int Count; }
    private static int Step(State s) { lock (s.A) { try { lock (s.B) { if (s.Count > 0) return s.Count += 2; s.Count++; return 1; } } finally { s.Count += 10; } } }
    public static void Actor0(State s) => Step(s);
    public static void Actor1(State s) => Step(s);
    public static string? Check(State s) => s.Count == 23 ? null : $"{s.Count}";
}

public static class LockOrderBroken
{
    public sealed class State { public readonly Lock A = new(), B = new(); public int Count; }
    public static void Actor0(State s) { lock (s.A) lock (s.B) s.Count++; }
    public static void Actor1(State s) { lock (s.B) lock (s.A) s.Count++; }
    public static string? Check(State s) => null;
}

public static class RetryByRecursionFixed
{
    public sealed class State { public int Count; }
    private static void Add(State s) { int count = Volatile.Read(ref s.Count); if (Interlocked.CompareExchange(ref s.Count, count + 1, count) != count) Add(s); }
    public static void Actor0(State s) => Add(s);
    public static void Actor1(State s) => Add(s);
    public static string? Check(State s) => s.Count == 2 ? null : $"{s.Count}";
}

public static class WaitByRecursionFixed
{
    public sealed class State { public int Ready; public int Data; public int Seen; }
    private static void Wait(State s) { if (Volatile.Read(ref s.Ready) == 0) Wait(s); }
    public static void Actor0(State s) { s.Data = 3; Volatile.Write(ref s.Ready, 1); }
    public static void Actor1(State s) { Wait(s); s.Seen = s.Data; }
    public static string? Check(State s) => s.Seen == 3 ? null : $"{s.Seen}";
}

public static class TreeByRecursionFixed
{
    public sealed class Node { public Node? Left, Right; public int Value; }
    public sealed class State { public readonly Node Root = new() { Value = 4 }; public readonly object Gate = new(); public int Sum; }
    private static void Insert(Node node, int value) { ref Node? next = ref value < node.Value ? ref node.Left : ref node.Right; if (next is null) next = new Node { Value = value }; else Insert(next, value); }
    private static int Sum(Node? node) => node is null ? 0 : node.Value + Sum(node.Left) + Sum(node.Right);
    public static void Actor0(State s) { lock (s.Gate) { Insert(s.Root, 2); Insert(s.Root, 3); } }
    public static void Actor1(State s) { lock (s.Gate) s.Sum = Sum(s.Root); }
    public static string? Check(State s) => s.Sum is 4 or 9 && Sum(s.Root) == 9 ? null : $"{s.Sum}";
}

public static class PulseBeforeWaitBroken
{
    public sealed class State { public readonly object Gate = new(); public bool Done; }
    public static void Actor0(State s) { lock (s.Gate) Monitor.Wait(s.Gate); }
    public static void Actor1(State s) { lock (s.Gate) Monitor.Pulse(s.Gate); }
    public static string? Check(State s) => null;
}

public static class SpinWaitFixed
{
    public sealed class State { public int Data; public bool Ready; public int Seen; }
    public static void Actor0(State s) { s.Data = 8; Volatile.Write(ref s.Ready, true); }
    public static void Actor1(State s) { SpinWait spin = default; while (!Volatile.Read(ref s.Ready)) { if (spin.NextSpinWillYield) Thread.Yield(); spin.SpinOnce(); } s.Seen = s.Data; }
    public static string? Check(State s) => s.Seen == 8 ? null : $"{s.Seen}";
}

public static class PlainWaitFixed
{
    public sealed class State { public bool Ready; public int Seen; }
    public static void Actor0(State s) => s.Ready = true;
    public static void Actor1(State s) { while (!s.Ready) { } s.Seen = 1; }
    public static string? Check(State s) => s.Seen == 1 ? null : $"{s.Seen}";
}

public static class SleepingFixed
{
    public sealed class State { public int Data; public bool Ready; public int Seen; }
    public static void Actor0(State s) { s.Data = 8; Volatile.Write(ref s.Ready, true); }
    public static void Actor1(State s) { while (!Volatile.Read(ref s.Ready)) { Thread.Sleep(0); Thread.SpinWait(20); } s.Seen = s.Data; }
    public static string? Check(State s) => s.Seen == 8 ? null : $"{s.Seen}";
}

public static class SpinUntilFixed
{
    public sealed class State { public int Data; public bool Ready; public int Seen; }
    public static void Actor0(State s) { s.Data = 8; Volatile.Write(ref s.Ready, true); }
    public static void Actor1(State s) { SpinWait.SpinUntil(() => Volatile.Read(ref s.Ready)); s.Seen = s.Data; }
    public static string? Check(State s) => s.Seen == 8 ? null : $"{s.Seen}";
}

public static class VolatileOfAllFixed
{
    public sealed class State
    {
        public bool Bool; public byte Byte; public sbyte SByte; public short Short; public ushort UShort; public int Int; public uint UInt; public long Long;
        public ulong ULong; public nint NInt; public nuint NUInt; public float Float; public double Double; public string? Text; public int Go; public bool Wrong;
    }
    public static void Actor0(State s)
    {
        Volatile.Write(ref s.Bool, true); Volatile.Write(ref s.Byte, (byte)255); Volatile.Write(ref s.SByte, (sbyte)-1); Volatile.Write(ref s.Short, (short)-2);
        Volatile.Write(ref s.UShort, (ushort)65535); Volatile.Write(ref s.Int, -3); Volatile.Write(ref s.UInt, 4000000000u); Volatile.Write(ref s.Long, -4L);
        Volatile.Write(ref s.ULong, ulong.MaxValue); Volatile.Write(ref s.NInt, (nint)(-5)); Volatile.Write(ref s.NUInt, (nuint)6); Volatile.Write(ref s.Float, -1.5f);
        Volatile.Write(ref s.Double, 2.25); Volatile.Write(ref s.Text, "t"); Volatile.Write(ref s.Go, 1);
    }
    public static void Actor1(State s)
    {
        if (Volatile.Read(ref s.Go) == 0) return;
        s.Wrong = !(Volatile.Read(ref s.Bool) && Volatile.Read(ref s.Byte) == 255 && Volatile.Read(ref s.SByte) == -1 && Volatile.Read(ref s.Short) == -2
            && Volatile.Read(ref s.UShort) == 65535 && Volatile.Read(ref s.Int) == -3 && Volatile.Read(ref s.UInt) == 4000000000u && Volatile.Read(ref s.Long) == -4
            && Volatile.Read(ref s.ULong) == ulong.MaxValue && Volatile.Read(ref s.NInt) == -5 && Volatile.Read(ref s.NUInt) == 6 && Volatile.Read(ref s.Float) == -1.5f
            && Volatile.Read(ref s.Double) == 2.25 && Volatile.Read(ref s.Text) == "t");
    }
    public static string? Check(State s) => s.Wrong ? "another value" : null;
}

public static class InterlockedOfAllFixed
{
    public enum Phase : short { A = -1, B = 2 }
    public sealed class State
    {
        public byte Byte; public sbyte SByte; public short Short; public ushort UShort; public int Int = int.MaxValue; public uint UInt = uint.MaxValue; public long Long = long.MaxValue;
        public ulong ULong; public nint NInt; public nuint NUInt; public float Float; public double Double; public object? Object; public string? Text; public Phase Phase; public bool Bool;
        public char Char; public string? Wrong;
    }
    private static void Expect(State s, bool holds, string what) { if (!holds) s.Wrong = what; }
    public static void Actor0(State s)
    {
        Expect(s, Interlocked.Exchange(ref s.Byte, (byte)200) == 0 && Interlocked.CompareExchange(ref s.Byte, (byte)1, (byte)200) == 200 && s.Byte == 1, "byte");
        Expect(s, Interlocked.Exchange(ref s.SByte, (sbyte)-7) == 0 && Interlocked.CompareExchange(ref s.SByte, (sbyte)1, (sbyte)-7) == -7 && s.SByte == 1, "sbyte");
        Expect(s, Interlocked.Exchange(ref s.Short, (short)-7) == 0 && Interlocked.CompareExchange(ref s.Short, (short)1, (short)-7) == -7 && s.Short == 1, "short");
        Expect(s, Interlocked.Exchange(ref s.UShort, (ushort)60000) == 0 && Interlocked.CompareExchange(ref s.UShort, (ushort)1, (ushort)60000) == 60000, "ushort");
        Expect(s, Interlocked.Increment(ref s.Int) == int.MinValue && Interlocked.Decrement(ref s.Int) == int.MaxValue && Interlocked.Add(ref s.Int, 2) == int.MinValue + 1, "int");
        Expect(s, Interlocked.Increment(ref s.UInt) == 0 && Interlocked.Decrement(ref s.UInt) == uint.MaxValue && Interlocked.Add(ref s.UInt, 3u) == 2, "uint");
        Expect(s, Interlocked.Increment(ref s.Long) == long.MinValue && Interlocked.Decrement(ref s.Long) == long.MaxValue && Interlocked.Read(ref s.Long) == long.MaxValue, "long");
        Expect(s, Interlocked.Decrement(ref s.ULong) == ulong.MaxValue && Interlocked.Add(ref s.ULong, 5ul) == 4 && Interlocked.Read(ref s.ULong) == 4, "ulong");
        Expect(s, Interlocked.Exchange(ref s.NInt, (nint)(-2)) == 0 && Interlocked.CompareExchange(ref s.NInt, 5, -2) == -2, "nint");
        Expect(s, Interlocked.Exchange(ref s.NUInt, (nuint)2) == 0 && Interlocked.CompareExchange(ref s.NUInt, 5, 2) == 2, "nuint");
        Expect(s, Interlocked.Exchange(ref s.Float, 1.5f) == 0 && Interlocked.CompareExchange(ref s.Float, -2f, 1.5f) == 1.5f && s.Float == -2f, "float");
        Expect(s, Interlocked.Exchange(ref s.Double, 1.5) == 0 && Interlocked.CompareExchange(ref s.Double, double.NaN, 1.5) == 1.5 && double.IsNaN(Interlocked.CompareExchange(ref s.Double, 1, double.NaN)), "double");
        object made = new();
        Expect(s, Interlocked.Exchange(ref s.Object, made) is null && Interlocked.CompareExchange(ref s.Object, null, made) == made && s.Object is null, "object");
        Expect(s, Interlocked.Exchange<string?>(ref s.Text, "a") is null && Interlocked.CompareExchange<string?>(ref s.Text, "b", "a") == "a" && s.Text == "b", "string");
        Expect(s, Interlocked.Exchange(ref s.Phase, Phase.B) == 0 && Interlocked.CompareExchange(ref s.Phase, Phase.A, Phase.B) == Phase.B && s.Phase == Phase.A, "enum");
        Expect(s, !Interlocked.Exchange(ref s.Bool, true) && Interlocked.CompareExchange(ref s.Bool, false, true) && !s.Bool, "bool");
        Expect(s, Interlocked.Exchange(ref s.Char, 'x') == 0 && Interlocked.CompareExchange(ref s.Char, 'y', 'x') == 'x' && s.Char == 'y', "char");
    }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Wrong;
}

public static class BitsFixed
{
    public sealed class State { public int Int = -1; public uint UInt; public long Long = -1; public ulong ULong; public uint Marks; public string? Wrong; }
    public static void Actor0(State s)
    {
        if (Interlocked.And(ref s.Int, 6) != -1 || Interlocked.Or(ref s.Int, 8) != 6 || s.Int != 14) s.Wrong = "int";
        if (Interlocked.Or(ref s.UInt, 0xF000_0000) != 0 || Interlocked.And(ref s.UInt, 0x8000_0000) != 0xF000_0000 || s.UInt != 0x8000_0000) s.Wrong = "uint";
        if (Interlocked.And(ref s.Long, 6L) != -1 || Interlocked.Or(ref s.ULong, 8ul) != 0) s.Wrong = "long";
        if ((Interlocked.Or(ref s.Marks, 1u) & 0x7FFF_FFFF) != 0) s.Wrong = "marks";
    }
    public static void Actor1(State s) => Interlocked.Or(ref s.Marks, 0x8000_0000);
    public static string? Check(State s) => s.Wrong ?? (s.Marks == 0x8000_0001 ? null : $"{s.Marks}");
}

public static class ThreadVolatileFixed
{
    public sealed class State { public int Ready; public object? Data; public bool Wrong; }
#pragma warning disable SYSLIB0054
    public static void Actor0(State s) { s.Data = "d"; Thread.VolatileWrite(ref s.Ready, 1); }
    public static void Actor1(State s) { if (Thread.VolatileRead(ref s.Ready) == 1) s.Wrong = Thread.VolatileRead(ref s.Data) is null; }
#pragma warning restore SYSLIB0054
    public static string? Check(State s) => s.Wrong ? "no data" : null;
}

public static class BarriersFixed
{
    public sealed class State { public int Data, Ready, Seen = -1; }
    public static void Actor0(State s) { s.Data = 4; Volatile.WriteBarrier(); s.Ready = 1; }
    public static void Actor1(State s) { if (s.Ready == 1) { Volatile.ReadBarrier(); s.Seen = s.Data; } }
    public static string? Check(State s) => s.Seen is -1 or 4 ? null : $"{s.Seen}";
}

public static class ArrayOfStructsBroken
{
    public struct Entry { public int Key; public string? Value; public int Next; }
    public sealed class State { public Entry[] Entries = new Entry[3]; public string? Seen; public int Key; }
    public static void Actor0(State s) { ref Entry entry = ref s.Entries[1]; entry.Key = 2; entry.Value = "two"; }
    public static void Actor1(State s) { Entry entry = s.Entries[1]; s.Key = entry.Key; s.Seen = entry.Value; }
    public static string? Check(State s) => s.Seen is null || s.Key == 2 ? s.Key != 2 || s.Seen is not null ? null : "a key without value" : "a value without key";
}

public static class JaggedFixed
{
    public sealed class State { public readonly int[][] Rows = [[1, 2], [3]]; public int Sum; }
    public static void Actor0(State s) => Volatile.Write(ref s.Rows[1], [4, 5]);
    public static void Actor1(State s) { int sum = 0; foreach (int item in Volatile.Read(ref s.Rows[1])) sum += item; s.Sum = sum; }
    public static string? Check(State s) => s.Sum is 3 or 9 ? null : $"{s.Sum}";
}

public static class GridBroken
{
    public sealed class State { public readonly int[,] Grid = new int[2, 2]; }
    public static void Actor0(State s) => s.Grid[1, 0]++;
    public static void Actor1(State s) => s.Grid[1, 0]++;
    public static string? Check(State s) => s.Grid[1, 0] == 2 ? null : $"{s.Grid[1, 0]}";
}

public static class SpansFixed
{
    public sealed class State { public readonly int[] Items = new int[4]; public volatile int Count; public int Sum; }
    private static int Sum(params ReadOnlySpan<int> items) { int sum = 0; foreach (int item in items) sum += item; return sum; }
    public static void Actor0(State s) { Span<int> items = s.Items.AsSpan(0, 2); items[0] = Sum(1, 2); items[1] = 4; s.Count = 2; }
    public static void Actor1(State s) { ReadOnlySpan<int> items = s.Items.AsSpan(0, s.Count); s.Sum = Sum(items); }
    public static string? Check(State s) => s.Sum is 0 or 7 ? null : $"{s.Sum}";
}

public static class FillSpanBroken
{
    public sealed class State { public readonly int[] Items = new int[2]; public int A, B; }
    public static void Actor0(State s) => s.Items.AsSpan().Fill(3);
    public static void Actor1(State s) { s.B = Volatile.Read(ref s.Items[1]); s.A = Volatile.Read(ref s.Items[0]); }
    public static string? Check(State s) => s.B == 0 || s.A == 3 ? s.A == 0 || s.B == 3 ? null : "half" : "the other half";
}

public static class NullableBroken
{
    public sealed class State { public int? Value; public int Seen = 7; }
    public static void Actor0(State s) => s.Value = 7;
    public static void Actor1(State s) { int? value = s.Value; if (value is int seen) s.Seen = seen; }
    public static string? Check(State s) => s.Seen == 7 ? null : $"saw {s.Seen}";
}

public static class LocalFunctionsFixed
{
    public sealed class State { public int Count; }
    public static void Actor0(State s) { int done = 0; void Step() { Interlocked.Increment(ref s.Count); done++; } Step(); Step(); if (done != 2) throw new InvalidOperationException(); }
    public static void Actor1(State s) { static void Step(State state) => Interlocked.Increment(ref state.Count); Step(s); }
    public static string? Check(State s) => s.Count == 3 ? null : $"{s.Count}";
}

public static class IteratorOverSharedBroken
{
    public sealed class State { public readonly int[] Items = [1, 1]; public int Sum; }
    private static IEnumerable<int> All(int[] items) { foreach (int item in items) yield return item; }
    public static void Actor0(State s) { s.Items[0] = 5; s.Items[1] = 5; }
    public static void Actor1(State s) { foreach (int item in All(s.Items)) s.Sum += item; }
    public static string? Check(State s) => s.Sum is 2 or 10 ? null : $"{s.Sum}";
}

public static class StringsFixed
{
    public sealed class State { public string Name = "ab"; public int Seen; }
    public static void Actor0(State s) => Volatile.Write(ref s.Name, s.Name + "c");
    public static void Actor1(State s) { string name = Volatile.Read(ref s.Name); s.Seen = name switch { "ab" => 1, "abc" => 2, _ => 3 }; if (name.Length != s.Seen + 1 || !name.StartsWith('a')) s.Seen = 4; }
    public static string? Check(State s) => s.Seen is 1 or 2 ? null : $"{s.Seen}";
}

public static class BoxedEnumFixed
{
    public enum Phase { None, Done }
    public sealed class State { public object Phase = Kinds.BoxedEnumFixed.Phase.None; public bool Wrong; public Phase Seen; }
    public static void Actor0(State s) => Volatile.Write(ref s.Phase, Phase.Done);
    public static void Actor1(State s) { object phase = Volatile.Read(ref s.Phase); s.Wrong = phase is int; s.Seen = (Phase)phase; }
    public static string? Check(State s) => s.Wrong ? "an int" : null;
}

public static class AssertsBroken
{
    public sealed class State { public int Count; }
    public static void Actor0(State s) { s.Count = 1; }
    public static void Actor1(State s) { if (s.Count == 1) Trace.Assert(s.Count != 1); }
    public static string? Check(State s) => null;
}

/// <summary>The list that two pushes break has a ring, around which the check goes for ever.</summary>
public static class EndlessCheckBroken
{
    public sealed class Node { public Node? Next; }
    public sealed class State { public readonly Node A = new(), B = new(); public int X; }
    public static void Actor0(State s) => s.A.Next = s.B;
    public static void Actor1(State s) => s.B.Next = s.A;
    public static string? Check(State s) { int count = 0; for (Node? node = s.A; node is not null; node = node.Next) count++; return null; }
}

public static class DecimalFixed
{
    public sealed class State { public decimal Price = 1.5m; public readonly Lock Gate = new(); public decimal Seen; }
    public static void Actor0(State s) { lock (s.Gate) s.Price = s.Price * 2 + 1; }
    public static void Actor1(State s) { lock (s.Gate) s.Seen = s.Price; }
    public static string? Check(State s) => s.Seen is 1.5m or 4m && s.Price == 4m ? null : $"{s.Seen}";
}

public static class DecimalBroken
{
    public sealed class State { public decimal Price; public decimal Seen; }
    public static void Actor0(State s) => s.Price = 79228162514264337593543950335m;
    public static void Actor1(State s) => s.Seen = s.Price;
    public static string? Check(State s) => s.Seen is 0 or 79228162514264337593543950335m ? null : $"{s.Seen}";
}

public static class NewOfParameterFixed
{
    public sealed class Pool<T> where T : class, new() { private T? _spare; public T Rent() => Interlocked.Exchange(ref _spare, null) ?? new T(); public void Return(T item) => Volatile.Write(ref _spare, item); }
    public sealed class Item { public int Users; }
    public sealed class State { public readonly Pool<Item> Pool = new(); public bool Wrong; }
    private static void Use(State s) { Item item = s.Pool.Rent(); if (Interlocked.Increment(ref item.Users) != 1) s.Wrong = true; Interlocked.Decrement(ref item.Users); s.Pool.Return(item); }
    public static void Actor0(State s) => Use(s);
    public static void Actor1(State s) => Use(s);
    public static string? Check(State s) => s.Wrong ? "two users" : null;
}

public static class RefuseAsyncActor { public sealed class State { public int X; } public static async Task Actor0(State s) { await Task.Yield(); s.X++; } public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseValueTask { public sealed class State { public int X; } private static async ValueTask<int> One(State s) { s.X++; await Task.CompletedTask; return 1; } public static void Actor0(State s) => _ = One(s); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseDynamic { public sealed class State { public int X; } public static void Actor0(State s) { dynamic d = s; d.X = 1; } public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefusePInvoke { [DllImport("libc")] private static extern int getpid(); public sealed class State { public int X; } public static void Actor0(State s) => s.X = getpid(); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseReflection { public sealed class State { public int X; } public static void Actor0(State s) => typeof(State).GetField("X")!.SetValue(s, 1); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseActivator { public sealed class Node { public int X; } public sealed class State { public object? X; } public static void Actor0(State s) => s.X = Activator.CreateInstance(typeof(Node)); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseDate { public sealed class State { public DateTime X; } public static void Actor0(State s) => s.X = DateTime.UtcNow; public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseStopwatch { public sealed class State { public long X; } public static void Actor0(State s) => s.X = Stopwatch.GetTimestamp(); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseVariable { public sealed class State { public string? X; } public static void Actor0(State s) => s.X = Environment.GetEnvironmentVariable("X"); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseNewRandom { public sealed class State { public int X; } public static void Actor0(State s) => s.X = new Random().Next(); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseSpanOnStack { public sealed class State { public int X; } public static void Actor0(State s) { Span<int> two = stackalloc int[2]; two[1] = 3; s.X = two[1]; } public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseAddress { public sealed class State { public int X; } public static unsafe void Actor0(State s) { int local = 3; int* p = &local; *p = 4; s.X = local; } public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseFunctionPointer { private static int One() => 1; public sealed class State { public int X; } public static unsafe void Actor0(State s) { delegate*<int> f = &One; s.X = f(); } public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseThreadLocal { private static readonly ThreadLocal<int> Own = new(); public sealed class State { public int X; } public static void Actor0(State s) => s.X = Own.Value; public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseAsyncLocal { private static readonly AsyncLocal<int> Own = new(); public sealed class State { public int X; } public static void Actor0(State s) => s.X = Own.Value; public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseProcessWide { public sealed class State { public int X; } public static void Actor0(State s) => Interlocked.MemoryBarrierProcessWide(); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseSemaphore { public sealed class State { public readonly Semaphore S = new(1, 1); } public static void Actor0(State s) => s.S.WaitOne(); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class RefuseWeak { public sealed class State { public readonly WeakReference<object> W = new(new object()); public bool X; } public static void Actor0(State s) => s.X = s.W.TryGetTarget(out _); public static void Actor1(State s) { } public static string? Check(State s) => null; }
public static class GenericMathFixed { public sealed class Sum<T> where T : INumber<T> { private T _sum = T.Zero; public void Add(T value) => _sum += value; } public sealed class State { public readonly Sum<int> Sum = new(); } public static void Actor0(State s) => s.Sum.Add(T()); private static int T() => 1; public static void Actor1(State s) => s.Sum.Add(2); public static string? Check(State s) => null; }
public static class RefuseManyWords { public sealed class State { public readonly int[] Items = new int[1000]; } public static void Actor0(State s) { for (int i = 0; i < 1000; i++) s.Items[i] = i; } public static void Actor1(State s) => s.Items[0] = 5; public static string? Check(State s) => null; }
