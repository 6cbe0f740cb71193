using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Probes;

// Further classes of the kinds in Structures.cs and Published.cs, each with its verdicts in probes.tsv.

public static class CountBesideItemsBroken
{
    public struct Item { public int A; public int B; }
    public sealed class State { public readonly Item[] Items = new Item[2]; public int Count; public int Seen = -1; }
    public static void Actor0(State s) { s.Items[0].A = 7; s.Count = 1; }
    public static void Actor1(State s) { if (s.Count == 1) s.Seen = s.Items[0].A; }
    public static string? Check(State s) => s.Seen is -1 or 7 ? null : $"saw {s.Seen}";
}

public static class CountBesideItemsFixed
{
    public struct Item { public int A; public int B; }
    public sealed class State { public readonly Item[] Items = new Item[2]; public volatile int Count; public int Seen = -1; }
    public static void Actor0(State s) { s.Items[0].A = 7; s.Count = 1; }
    public static void Actor1(State s) { if (s.Count == 1) s.Seen = s.Items[0].A; }
    public static string? Check(State s) => s.Seen is -1 or 7 ? null : $"saw {s.Seen}";
}

public static class DoubleCheckedValueBroken
{
    public sealed class State
    {
        private readonly Lock _gate = new();
        private bool _isMade;
        private long _value;
        public long Seen0, Seen1;
        public long Get()
        {
            if (!_isMade)
            {
                using (_gate.EnterScope())
                {
                    if (!_isMade) { _value = 9; _isMade = true; }
                }
            }
            return _value;
        }
    }
    public static void Actor0(State s) => s.Seen0 = s.Get();
    public static void Actor1(State s) => s.Seen1 = s.Get();
    public static string? Check(State s) => s.Seen0 == 9 && s.Seen1 == 9 ? null : $"{s.Seen0} and {s.Seen1}";
}

public static class DoubleCheckedValueFixed
{
    public sealed class State
    {
        private readonly Lock _gate = new();
        private volatile bool _isMade;
        private long _value;
        public long Seen0, Seen1;
        public long Get()
        {
            if (!_isMade)
            {
                using (_gate.EnterScope())
                {
                    if (!_isMade) { _value = 9; _isMade = true; }
                }
            }
            return _value;
        }
    }
    public static void Actor0(State s) => s.Seen0 = s.Get();
    public static void Actor1(State s) => s.Seen1 = s.Get();
    public static string? Check(State s) => s.Seen0 == 9 && s.Seen1 == 9 ? null : $"{s.Seen0} and {s.Seen1}";
}

/// <summary>A stack of indices: an index comes back, unlike an object.</summary>
public static class IndexStackBroken
{
    public sealed class Stack
    {
        private readonly int[] _next = new int[4];
        private int _head;
        public void Push(int node)
        {
            int head;
            do { head = Volatile.Read(ref _head); Volatile.Write(ref _next[node], head); }
            while (Interlocked.CompareExchange(ref _head, node, head) != head);
        }
        public int Pop()
        {
            while (true)
            {
                int head = Volatile.Read(ref _head);
                if (head == 0) return 0;
                int next = Volatile.Read(ref _next[head]);
                if (Interlocked.CompareExchange(ref _head, next, head) == head) return head;
            }
        }
    }
    public sealed class State { public readonly Stack Stack = new(); public int Kept; public int Popped; public State() { Stack.Push(2); Stack.Push(1); } }
    public static void Actor0(State s) { int a = s.Stack.Pop(); s.Kept = s.Stack.Pop(); s.Stack.Push(a); }
    public static void Actor1(State s) => s.Popped = s.Stack.Pop();
    public static string? Check(State s)
    {
        List<int> all = [s.Kept, s.Popped];
        for (int node = s.Stack.Pop(); node != 0 && all.Count < 5; node = s.Stack.Pop()) all.Add(node);
        all.RemoveAll(node => node == 0);
        return all.Count == all.Distinct().Count() ? null : $"twice: {string.Join(' ', all)}";
    }
}

public static class IndexStackFixed
{
    public sealed class Stack
    {
        private readonly int[] _next = new int[4];
        private long _head;
        public void Push(int node)
        {
            long head;
            do { head = Volatile.Read(ref _head); Volatile.Write(ref _next[node], (int)head); }
            while (Interlocked.CompareExchange(ref _head, Tagged(head, node), head) != head);
        }
        public int Pop()
        {
            while (true)
            {
                long head = Volatile.Read(ref _head);
                if ((int)head == 0) return 0;
                int next = Volatile.Read(ref _next[(int)head]);
                if (Interlocked.CompareExchange(ref _head, Tagged(head, next), head) == head) return (int)head;
            }
        }
        private static long Tagged(long head, int node) => (((head >> 32) + 1) << 32) | (uint)node;
    }
    public sealed class State { public readonly Stack Stack = new(); public int Kept; public int Popped; public State() { Stack.Push(2); Stack.Push(1); } }
    public static void Actor0(State s) { int a = s.Stack.Pop(); s.Kept = s.Stack.Pop(); s.Stack.Push(a); }
    public static void Actor1(State s) => s.Popped = s.Stack.Pop();
    public static string? Check(State s)
    {
        List<int> all = [s.Kept, s.Popped];
        for (int node = s.Stack.Pop(); node != 0 && all.Count < 5; node = s.Stack.Pop()) all.Add(node);
        all.RemoveAll(node => node == 0);
        return all.Count == all.Distinct().Count() ? null : $"twice: {string.Join(' ', all)}";
    }
}

public static class MichaelScottBroken
{
    public sealed class Node(int value) { public readonly int Value = value; public Node? Next; }
    public sealed class Queue
    {
        private Node _head, _tail;
        public Queue() => _head = _tail = new Node(0);
        public void Enqueue(int value)
        {
            Node node = new(value);
            while (true)
            {
                Node tail = Volatile.Read(ref _tail);
                if (Volatile.Read(ref tail.Next) is Node next) { Interlocked.CompareExchange(ref _tail, next, tail); continue; }
                Volatile.Write(ref tail.Next, node); // Somebody else may have linked one there.
                Interlocked.CompareExchange(ref _tail, node, tail);
                return;
            }
        }
        public int Count() { int count = 0; for (Node? node = _head.Next; node is not null; node = node.Next) count++; return count; }
    }
    public sealed class State { public readonly Queue Queue = new(); }
    public static void Actor0(State s) => s.Queue.Enqueue(1);
    public static void Actor1(State s) => s.Queue.Enqueue(2);
    public static string? Check(State s) => s.Queue.Count() == 2 ? null : $"{s.Queue.Count()} queued";
}

public static class MichaelScottFixed
{
    public sealed class Node(int value) { public readonly int Value = value; public Node? Next; }
    public sealed class Queue
    {
        private Node _head, _tail;
        public Queue() => _head = _tail = new Node(0);
        public void Enqueue(int value)
        {
            Node node = new(value);
            while (true)
            {
                Node tail = Volatile.Read(ref _tail);
                if (Volatile.Read(ref tail.Next) is Node next) { Interlocked.CompareExchange(ref _tail, next, tail); continue; }
                if (Interlocked.CompareExchange(ref tail.Next, node, null) is null)
                {
                    Interlocked.CompareExchange(ref _tail, node, tail);
                    return;
                }
            }
        }
        public int TryDequeue()
        {
            while (true)
            {
                Node head = Volatile.Read(ref _head);
                Node tail = Volatile.Read(ref _tail);
                Node? next = Volatile.Read(ref head.Next);
                if (next is null) return -1;
                if (head == tail) { Interlocked.CompareExchange(ref _tail, next, tail); continue; }
                if (Interlocked.CompareExchange(ref _head, next, head) == head) return next.Value;
            }
        }
    }
    public sealed class State { public readonly Queue Queue = new(); public int Taken; }
    public static void Actor0(State s) => s.Queue.Enqueue(1);
    public static void Actor1(State s) { s.Queue.Enqueue(2); s.Taken = s.Queue.TryDequeue(); }
    public static string? Check(State s)
    {
        int sum = s.Taken;
        for (int item = s.Queue.TryDequeue(); item >= 0; item = s.Queue.TryDequeue()) sum += item;
        return s.Taken is 1 or 2 && sum == 3 ? null : $"took {s.Taken}, {sum} in all";
    }
}

public static class HazardPointerBroken
{
    public sealed class Node { public int Value = 5; }
    public sealed class State { public Node? Head = new(); public Node? Hazard; public int Seen = -1; }
    public static void Actor0(State s)
    {
        Node? node = Volatile.Read(ref s.Head);
        Volatile.Write(ref s.Hazard, node);
        if (node is not null && Volatile.Read(ref s.Head) == node) s.Seen = Volatile.Read(ref node.Value);
    }
    public static void Actor1(State s)
    {
        Node? node = Interlocked.Exchange(ref s.Head, null);
        if (node is not null && Volatile.Read(ref s.Hazard) != node) Volatile.Write(ref node.Value, 0);
    }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : "read what was reclaimed";
}

public static class HazardPointerFixed
{
    public sealed class Node { public int Value = 5; }
    public sealed class State { public Node? Head = new(); public Node? Hazard; public int Seen = -1; }
    public static void Actor0(State s)
    {
        Node? node = Volatile.Read(ref s.Head);
        Volatile.Write(ref s.Hazard, node);
        Interlocked.MemoryBarrier();
        if (node is not null && Volatile.Read(ref s.Head) == node) s.Seen = Volatile.Read(ref node.Value);
    }
    public static void Actor1(State s)
    {
        Node? node = Interlocked.Exchange(ref s.Head, null);
        if (node is not null && Volatile.Read(ref s.Hazard) != node) Volatile.Write(ref node.Value, 0);
    }
    public static string? Check(State s) => s.Seen is -1 or 5 ? null : "read what was reclaimed";
}

public static class DekkerVolatileBroken
{
    public sealed class State { public volatile int A; public volatile int B; public int In; public bool Both; }
    public static void Actor0(State s) { s.A = 1; if (s.B == 0) Enter(s); }
    public static void Actor1(State s) { s.B = 1; if (s.A == 0) Enter(s); }
    private static void Enter(State s) { if (Interlocked.Increment(ref s.In) == 2) s.Both = true; }
    public static string? Check(State s) => s.Both ? "both are in" : null;
}

public static class DekkerExchangeFixed
{
    public sealed class State { public int A; public int B; public int In; public bool Both; }
    public static void Actor0(State s) { Interlocked.Exchange(ref s.A, 1); if (Volatile.Read(ref s.B) == 0) Enter(s); }
    public static void Actor1(State s) { Interlocked.Exchange(ref s.B, 1); if (Volatile.Read(ref s.A) == 0) Enter(s); }
    private static void Enter(State s) { if (Interlocked.Increment(ref s.In) == 2) s.Both = true; }
    public static string? Check(State s) => s.Both ? "both are in" : null;
}

public static class PetersonVolatileBroken
{
    public sealed class State { public volatile bool Want0, Want1; public volatile int Turn; public int Count; }
    public static void Actor0(State s) { s.Want0 = true; s.Turn = 1; while (s.Want1 && s.Turn == 1) { } s.Count++; s.Want0 = false; }
    public static void Actor1(State s) { s.Want1 = true; s.Turn = 0; while (s.Want0 && s.Turn == 0) { } s.Count++; s.Want1 = false; }
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class PetersonFencedFixed
{
    public sealed class State { public volatile bool Want0, Want1; public volatile int Turn; public int Count; }
    public static void Actor0(State s) { s.Want0 = true; s.Turn = 1; Interlocked.MemoryBarrier(); while (s.Want1 && s.Turn == 1) { } s.Count++; s.Want0 = false; }
    public static void Actor1(State s) { s.Want1 = true; s.Turn = 0; Thread.MemoryBarrier(); while (s.Want0 && s.Turn == 0) { } s.Count++; s.Want1 = false; }
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class RingOfStructsBroken
{
    public struct Item { public long Key; public object? Value; }
    public sealed class State { public readonly Item[] Items = new Item[2]; public int Tail; public long Key = -1; public bool HasValue; }
    public static void Actor0(State s) { s.Items[0] = new Item { Key = 4, Value = "v" }; s.Tail = 1; }
    public static void Actor1(State s) { if (Volatile.Read(ref s.Tail) == 1) { Item item = s.Items[0]; s.Key = item.Key; s.HasValue = item.Value is not null; } }
    public static string? Check(State s) => s.Key == -1 || (s.Key == 4 && s.HasValue) ? null : $"took {s.Key}, {s.HasValue}";
}

/// <summary>The slot is its own flag, as in FastForward: a plain store of the reference publishes the node.</summary>
public static class RingOfReferencesFixed
{
    public sealed class Node { public int Value; }
    public sealed class State { public readonly Node?[] Slots = new Node?[1]; public int Seen0 = -1, Seen1 = -1; public bool Put1; }
    private static bool Put(State s, int value) { if (s.Slots[0] is not null) return false; s.Slots[0] = new Node { Value = value }; return true; }
    private static int Take(State s) { Node? node = s.Slots[0]; if (node is null) return -1; s.Slots[0] = null; return node.Value; }
    public static void Actor0(State s) { Put(s, 1); s.Put1 = Put(s, 2); }
    public static void Actor1(State s) { s.Seen0 = Take(s); s.Seen1 = Take(s); }
    public static string? Check(State s) => (s.Seen0, s.Seen1) is (-1, -1) or (-1, 1) or (1, -1) or (1, 2) ? null : $"took {s.Seen0}, {s.Seen1}";
}

public static class LazyByExchangeBroken
{
    public sealed class Made { public int A = 3; }
    public sealed class State { private Made? _made; public Made? Seen0, Seen1; public Made Get() { if (_made is Made made) return made; return _made = new Made(); } }
    public static void Actor0(State s) => s.Seen0 = s.Get();
    public static void Actor1(State s) => s.Seen1 = s.Get();
    public static string? Check(State s) => ReferenceEquals(s.Seen0, s.Seen1) ? null : "two of them";
}

public static class LazyByExchangeFixed
{
    public sealed class Made { public int A = 3; }
    public sealed class State { private Made? _made; public Made? Seen0, Seen1; public int A; public Made Get() { Made mine = new(); return _made ?? Interlocked.CompareExchange(ref _made, mine, null) ?? mine; } }
    public static void Actor0(State s) => s.Seen0 = s.Get();
    public static void Actor1(State s) { Made made = s.Get(); s.Seen1 = made; s.A = made.A; }
    public static string? Check(State s) => ReferenceEquals(s.Seen0, s.Seen1) && s.A == 3 ? null : "two of them";
}

public static class WaitWithIfBroken
{
    public sealed class State { public readonly object Gate = new(); public int Count; public bool Wrong; }
    public static void Actor0(State s) { lock (s.Gate) { if (s.Count == 0) Monitor.Wait(s.Gate); if (s.Count == 0) s.Wrong = true; else s.Count--; } }
    public static void Actor1(State s) { lock (s.Gate) { if (s.Count > 0) s.Count--; } }
    public static void Actor2(State s) { lock (s.Gate) { s.Count++; Monitor.Pulse(s.Gate); } }
    public static string? Check(State s) => s.Wrong ? "woken, and nothing there" : null;
}

public static class WaitWithWhileFixed
{
    public sealed class State { public readonly object Gate = new(); public int Count; public bool Wrong; }
    public static void Actor0(State s) { lock (s.Gate) { while (s.Count == 0) Monitor.Wait(s.Gate); s.Count--; } }
    public static void Actor1(State s) { lock (s.Gate) { if (s.Count > 1) s.Count--; } }
    public static void Actor2(State s) { lock (s.Gate) { s.Count += 2; Monitor.Pulse(s.Gate); } }
    public static string? Check(State s) => s.Count is 0 or 1 ? null : $"{s.Count} left";
}

public static class ScopeLeftByExceptionFixed
{
    public sealed class State { public readonly Lock Gate = new(); public int Count; public int Caught; }
    private static void Step(State s) { try { using (s.Gate.EnterScope()) { s.Count++; throw new InvalidOperationException(); } } catch (InvalidOperationException) { Interlocked.Increment(ref s.Caught); } }
    public static void Actor0(State s) => Step(s);
    public static void Actor1(State s) => Step(s);
    public static string? Check(State s) => s.Count == 2 && s.Caught == 2 ? null : $"{s.Count}, {s.Caught}";
}

public static class ThrowInFinallyBroken
{
    public sealed class State { public readonly object Gate = new(); public int Count; }
    public static void Actor0(State s)
    {
        try
        {
            Monitor.Enter(s.Gate);
            try { s.Count++; }
            finally { if (s.Count > 0) throw new InvalidOperationException(); Monitor.Exit(s.Gate); }
        }
        catch (InvalidOperationException) { s.Count += 10; }
    }
    public static void Actor1(State s) { lock (s.Gate) s.Count++; }
    public static string? Check(State s) => null;
}

public static class EventBeforeDataBroken
{
    public sealed class State { public readonly ManualResetEventSlim Event = new(false, 0); public int Data; public int Seen; }
    public static void Actor0(State s) { s.Event.Set(); s.Data = 5; }
    public static void Actor1(State s) { s.Event.Wait(); s.Seen = s.Data; }
    public static string? Check(State s) => s.Seen == 5 ? null : $"saw {s.Seen}";
}

public static class StaticCountBroken
{
    private static int s_count;
    public sealed class State { public int X; }
    public static void Actor0(State s) => s_count++;
    public static void Actor1(State s) => s_count++;
    public static string? Check(State s) => s_count == 2 ? null : $"counted {s_count}";
}

public static class StaticCountFixed
{
    private static int s_count;
    public sealed class State { public int X; }
    public static void Actor0(State s) => Interlocked.Increment(ref s_count);
    public static void Actor1(State s) => Interlocked.Increment(ref s_count);
    public static string? Check(State s) => s_count == 2 ? null : $"counted {s_count}";
}

/// <summary>Objects that a readonly static struct refers to are shared like all others.</summary>
public static class StaticStructOfArraysBroken
{
    private readonly struct Tables(int[] counts) { public readonly int[] Counts = counts; }
    private static readonly Tables s_tables = new(new int[2]);
    public sealed class State { public State() => s_tables.Counts[1] = 0; }
    public static void Actor0(State s) => s_tables.Counts[1]++;
    public static void Actor1(State s) => s_tables.Counts[1]++;
    public static string? Check(State s) => s_tables.Counts[1] == 2 ? null : $"counted {s_tables.Counts[1]}";
}

public static class StaticOfParameterBroken
{
    private static class Holder<T> where T : new() { public static readonly T Value = new(); }
    public sealed class Counter { public int Count; }
    public sealed class State { public State() => Holder<Counter>.Value.Count = 0; }
    public static void Actor0(State s) => Holder<Counter>.Value.Count++;
    public static void Actor1(State s) => Holder<Counter>.Value.Count++;
    public static string? Check(State s) => Holder<Counter>.Value.Count == 2 ? null : $"counted {Holder<Counter>.Value.Count}";
}

public static class BoxOfStructBroken
{
    public readonly record struct Wide(long A, long B);
    public sealed class Box<T> where T : struct
    {
        private T _value;
        private bool _has;
        public void Set(T value) { _value = value; _has = true; }
        public bool TryGet(out T value) { bool has = _has; value = _value; return has; }
    }
    public sealed class State { public readonly Box<Wide> Box = new(); public long A = -1, B = -1; }
    public static void Actor0(State s) => s.Box.Set(new Wide(3, 3));
    public static void Actor1(State s) { if (s.Box.TryGet(out Wide wide)) { s.A = wide.A; s.B = wide.B; } }
    public static string? Check(State s) => s.A == -1 || (s.A == 3 && s.B == 3) ? null : $"{s.A} and {s.B}";
}

public static class BoxOfStructFixed
{
    public readonly record struct Wide(long A, long B);
    public sealed class Box<T> where T : struct
    {
        private T _value;
        private volatile bool _has;
        public void Set(T value) { _value = value; _has = true; }
        public bool TryGet(out T value) { bool has = _has; value = _value; return has; }
    }
    public sealed class State { public readonly Box<Wide> Box = new(); public long A = -1, B = -1; }
    public static void Actor0(State s) => s.Box.Set(new Wide(3, 3));
    public static void Actor1(State s) { if (s.Box.TryGet(out Wide wide)) { s.A = wide.A; s.B = wide.B; } }
    public static string? Check(State s) => s.A == -1 || (s.A == 3 && s.B == 3) ? null : $"{s.A} and {s.B}";
}

public static class SharedClosureBroken
{
    public sealed class State
    {
        public readonly Action Add; public readonly Func<int> Get;
        public State() { int count = 0; Add = () => count++; Get = () => count; }
    }
    public static void Actor0(State s) => s.Add();
    public static void Actor1(State s) => s.Add();
    public static string? Check(State s) => s.Get() == 2 ? null : $"counted {s.Get()}";
}

public static class MethodGroupOfSharedFixed
{
    public sealed class Counter { private int _count; public void Add() => Interlocked.Increment(ref _count); public int Count => _count; }
    public sealed class State { public readonly Counter Counter = new(); public Action? Work; public int Ran; }
    public static void Actor0(State s) => Volatile.Write(ref s.Work, s.Counter.Add);
    public static void Actor1(State s) { if (Volatile.Read(ref s.Work) is Action work) { work(); s.Ran = 1; } s.Counter.Add(); }
    public static string? Check(State s) => s.Counter.Count == s.Ran + 1 ? null : $"{s.Counter.Count}";
}

public static class RefLocalsBroken
{
    public sealed class State { public readonly int[] Counts = new int[2]; }
    private static ref int At(State s, int index) => ref s.Counts[index];
    public static void Actor0(State s) { ref int slot = ref At(s, 1); slot += 1; }
    public static void Actor1(State s) { ref int slot = ref At(s, 0); slot = ref At(s, 1); slot++; }
    public static string? Check(State s) => s.Counts[1] == 2 ? null : $"{s.Counts[1]}";
}

public static class NestedSeqlockFixed
{
    public struct Inner { public int A; public int B; }
    public struct Outer { public int Sequence; public Inner Inner; }
    public sealed class State { public Outer Outer; public int A = -1, B = -1; }
    public static void Actor0(State s)
    {
        Interlocked.Increment(ref s.Outer.Sequence);
        s.Outer.Inner = new Inner { A = 1, B = 1 };
        Volatile.Write(ref s.Outer.Sequence, 2);
    }
    public static void Actor1(State s)
    {
        int sequence = Volatile.Read(ref s.Outer.Sequence);
        if ((sequence & 1) != 0) return;
        Inner inner = s.Outer.Inner;
        Volatile.ReadBarrier();
        if (s.Outer.Sequence == sequence) { s.A = inner.A; s.B = inner.B; }
    }
    public static string? Check(State s) => s.A == s.B ? null : $"torn: {s.A} and {s.B}";
}

public static class NestedSeqlockBroken
{
    public struct Inner { public int A; public int B; }
    public struct Outer { public int Sequence; public Inner Inner; }
    public sealed class State { public Outer Outer; public int A = -1, B = -1; }
    public static void Actor0(State s)
    {
        Volatile.Write(ref s.Outer.Sequence, 1); // Later stores may come before it.
        s.Outer.Inner = new Inner { A = 1, B = 1 };
        Volatile.Write(ref s.Outer.Sequence, 2);
    }
    public static void Actor1(State s)
    {
        int sequence = Volatile.Read(ref s.Outer.Sequence);
        if ((sequence & 1) != 0) return;
        Inner inner = s.Outer.Inner;
        Volatile.ReadBarrier();
        if (s.Outer.Sequence == sequence) { s.A = inner.A; s.B = inner.B; }
    }
    public static string? Check(State s) => s.A == s.B ? null : $"torn: {s.A} and {s.B}";
}

public static class StopFlagFixed
{
    public sealed class State { public volatile bool Stop; public int Result; public int Seen; }
    public static void Actor0(State s) { while (!s.Stop) { } s.Seen = s.Result; }
    public static void Actor1(State s) { s.Result = 4; s.Stop = true; }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

public static class StopFlagBroken
{
    public sealed class State { public bool Stop; public int Result; public int Seen; }
    public static void Actor0(State s) { while (!s.Stop) { } s.Seen = s.Result; }
    public static void Actor1(State s) { s.Result = 4; s.Stop = true; }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

/// <summary>The initial elements of an array that an actor makes are copied from the assembly's data.</summary>
public static class ArrayOfConstantsFixed
{
    public sealed class State { public int[] Items = [0, 0, 0, 0, 0]; public int Seen; }
    public static void Actor0(State s) => s.Items = [1, 2, 3, 4, 5];
    public static void Actor1(State s) { int[] items = s.Items; s.Seen = items[0] * 10 + items[4]; }
    public static string? Check(State s) => s.Seen is 0 or 15 && s.Items[4] == 5 ? null : $"saw {s.Seen}";
}

public static class CopyOnWriteLostBroken
{
    public sealed class State { public int[] Items = []; }
    private static void Add(State s, int item) { int[] old = Volatile.Read(ref s.Items); Volatile.Write(ref s.Items, [.. old, item]); }
    public static void Actor0(State s) => Add(s, 1);
    public static void Actor1(State s) => Add(s, 2);
    public static string? Check(State s) => s.Items.Length == 2 ? null : $"{s.Items.Length} items";
}

public static class PaddedCellsFixed
{
    [StructLayout(LayoutKind.Explicit, Size = 128)] public struct Cell { [FieldOffset(64)] public long Value; }
    public sealed class State { public readonly Cell[] Cells = new Cell[2]; public long Sum; }
    public static void Actor0(State s) => Interlocked.Increment(ref s.Cells[0].Value);
    public static void Actor1(State s) { Interlocked.Add(ref s.Cells[0].Value, 2); Interlocked.Increment(ref s.Cells[1].Value); }
    public static string? Check(State s) => s.Cells[0].Value + s.Cells[1].Value == 4 ? null : "lost";
}

public static class PaddedCellsBroken
{
    [StructLayout(LayoutKind.Explicit, Size = 128)] public struct Cell { [FieldOffset(64)] public long Value; }
    public sealed class State { public readonly Cell[] Cells = new Cell[2]; }
    public static void Actor0(State s) => s.Cells[0].Value++;
    public static void Actor1(State s) => Interlocked.Add(ref s.Cells[0].Value, 2);
    public static string? Check(State s) => s.Cells[0].Value == 3 ? null : "lost";
}

public static class UpgradeBroken
{
    public sealed class State { private int _readers; public int Count; public void Enter() => Interlocked.Increment(ref _readers); public bool TryUpgrade() => Volatile.Read(ref _readers) <= 2; }
    private static void Step(State s) { s.Enter(); if (s.TryUpgrade()) s.Count++; }
    public static void Actor0(State s) => Step(s);
    public static void Actor1(State s) => Step(s);
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class LoadBufferingBroken
{
    public sealed class State { public int X, Y; public int A, B; }
    public static void Actor0(State s) { s.A = s.X; s.Y = 1; }
    public static void Actor1(State s) { s.B = s.Y; s.X = 1; }
    public static string? Check(State s) => s.A == 1 && s.B == 1 ? "both saw the later store" : null;
}

public static class IndependentReadersFixed
{
    public sealed class State { public volatile int X, Y; public int A, B, C, D; }
    public static void Actor0(State s) => s.X = 1;
    public static void Actor1(State s) => s.Y = 1;
    public static void Actor2(State s) { s.A = s.X; s.B = s.Y; }
    public static void Actor3(State s) { s.C = s.Y; s.D = s.X; }
    public static string? Check(State s) => s is { A: 1, B: 0, C: 1, D: 0 } ? "two orders of the stores" : null;
}

public static class MatrixBroken
{
    public sealed class State { public readonly int[,] Cells = new int[2, 2]; }
    public static void Actor0(State s) => s.Cells[1, 1]++;
    public static void Actor1(State s) => s.Cells[1, 1]++;
    public static string? Check(State s) => s.Cells[1, 1] == 2 ? null : $"{s.Cells[1, 1]}";
}

public static class MatrixOfObjectsBroken
{
    public sealed class Cell { public int Count; }
    public sealed class State { public readonly Cell?[,] Cells = new Cell?[2, 2]; public int Seen = -1; }
    public static void Actor0(State s) => s.Cells[1, 0] = new Cell();
    public static void Actor1(State s) => s.Seen = s.Cells[1, 0] is null ? 0 : 1;
    public static string? Check(State s) => s.Seen == 0 ? null : "seen";
}

public static class MatrixElementsBroken
{
    public sealed class State { public readonly int[,] Cells = new int[2, 2]; public int Seen; }
    public static void Actor0(State s) => s.Cells[1, 1] = 1;
    public static void Actor1(State s) => s.Seen = s.Cells[1, 1];
    public static string? Check(State s) => s.Seen == 0 ? null : "seen";
}

public static class OutToSharedBroken
{
    public sealed class State { public int Rest; public int Count; }
    public static void Actor0(State s) { Math.DivRem(7, 4, out s.Rest); }
    public static void Actor1(State s) => s.Count = s.Rest;
    public static string? Check(State s) => s.Count == 0 && s.Rest == 3 ? null : "seen";
}

public static class ParseToSharedBroken
{
    public sealed class State { public int Number; public int Seen; }
    public static void Actor0(State s) => int.TryParse("3", out s.Number);
    public static void Actor1(State s) => s.Seen = s.Number;
    public static string? Check(State s) => s.Seen == 0 ? null : "seen";
}

public static class UnalignedBroken
{
    public sealed class State { public readonly byte[] Bytes = new byte[8]; public long Seen; }
    public static void Actor0(State s) => Unsafe.WriteUnaligned(ref s.Bytes[0], -1L);
    public static void Actor1(State s) => s.Seen = Unsafe.ReadUnaligned<long>(ref s.Bytes[0]);
    public static string? Check(State s) => s.Seen == 0 ? null : "seen";
}

public static class BytesToNumberBroken
{
    public sealed class State { public readonly byte[] Bytes = new byte[8]; public int Seen; }
    public static void Actor0(State s) => s.Bytes[0] = 1;
    public static void Actor1(State s) => s.Seen = BitConverter.ToInt32(s.Bytes, 0);
    public static string? Check(State s) => s.Seen == 0 ? null : "seen";
}

public static class BoxedCounterBroken
{
    public interface ICounter { void Add(); int Count { get; } }
    public struct Counter : ICounter { private int _count; public void Add() => _count++; public readonly int Count => _count; }
    public sealed class State { public readonly ICounter Counter = new Counter(); }
    public static void Actor0(State s) => s.Counter.Add();
    public static void Actor1(State s) => s.Counter.Add();
    public static string? Check(State s) => s.Counter.Count == 2 ? null : $"{s.Counter.Count}";
}

public static class ReadOfBoxedBroken
{
    public interface ICounter { int Count { get; } }
    public struct Counter : ICounter { private readonly int[] _count; public Counter() => _count = new int[1]; public readonly int Count => _count[0]++; }
    public sealed class State { public readonly ICounter Counter = new Counter(); }
    public static void Actor0(State s) => _ = s.Counter.Count;
    public static void Actor1(State s) => _ = s.Counter.Count;
    public static string? Check(State s) => s.Counter.Count == 2 ? null : $"{s.Counter.Count}";
}

public static class Semaphore
{
    public sealed class State { public readonly SemaphoreSlim Gate = new(1); public int Count; }
    public static void Actor0(State s) { s.Gate.Wait(); s.Count++; s.Gate.Release(); }
    public static void Actor1(State s) { s.Gate.Wait(); s.Count++; s.Gate.Release(); }
    public static string? Check(State s) => s.Count == 2 ? null : $"{s.Count}";
}

public static class Dictionary
{
    public sealed class State { public readonly ConcurrentDictionary<int, int> Map = new(); }
    public static void Actor0(State s) => s.Map[1] = 1;
    public static void Actor1(State s) => s.Map.TryAdd(1, 2);
    public static string? Check(State s) => s.Map.Count == 1 ? null : "two";
}
