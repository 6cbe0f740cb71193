using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace Included;

// One class for each type of the framework that is commonly shared: copied, and right or wrong, or refused.

public static class DictionaryFixed
{
    public sealed class State { public readonly Dictionary<string, int> Items = []; public readonly Lock Gate = new(); public int Seen; }
    public static void Actor0(State s) { lock (s.Gate) s.Items["a"] = 7; }
    public static void Actor1(State s) { lock (s.Gate) s.Seen = s.Items.TryGetValue("a", out int value) ? value : -1; }
    public static string? Check(State s) => s.Seen is 7 or -1 && s.Items["a"] == 7 ? null : $"{s.Seen}";
}

public static class DictionaryBroken
{
    public sealed class State { public readonly Dictionary<int, int> Items = new(4); }
    public static void Actor0(State s) => s.Items.Add(1, 7);
    public static void Actor1(State s) => s.Items.Add(2, 8);
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}

public static class ConcurrentDictionaryFixed
{
    public sealed class State { public readonly ConcurrentDictionary<int, int> Items = new(2, 4); public bool A, B; }
    public static void Actor0(State s) => s.A = s.Items.TryAdd(1, 1);
    public static void Actor1(State s) => s.B = s.Items.TryAdd(1, 2);
    public static string? Check(State s) => s.A != s.B && s.Items[1] == (s.A ? 1 : 2) ? null : $"{s.A} {s.B}";
}

public static class ConcurrentDictionaryBroken
{
    public sealed class State { public readonly ConcurrentDictionary<int, int> Items = new(2, 4); public bool A, B; }
    public static void Actor0(State s) { if (!s.Items.ContainsKey(1)) { s.Items[1] = 1; s.A = true; } }
    public static void Actor1(State s) { if (!s.Items.ContainsKey(1)) { s.Items[1] = 2; s.B = true; } }
    public static string? Check(State s) => s.A != s.B ? null : "both have added";
}

public static class HashSetFixed
{
    public sealed class State { public readonly HashSet<int> Items = []; public readonly object Gate = new(); public bool A, B; }
    public static void Actor0(State s) { lock (s.Gate) s.A = s.Items.Add(1); }
    public static void Actor1(State s) { lock (s.Gate) s.B = s.Items.Add(1); }
    public static string? Check(State s) => s.A != s.B ? null : "twice";
}

public static class SortedDictionaryFixed
{
    public sealed class State { public readonly SortedDictionary<int, int> Items = []; public readonly object Gate = new(); }
    public static void Actor0(State s) { lock (s.Gate) s.Items[1] = 1; }
    public static void Actor1(State s) { lock (s.Gate) s.Items[2] = 2; }
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}

public static class SortedSetOfOwnFixed
{
    public sealed class Backwards : IComparer<int> { public int Compare(int x, int y) => y.CompareTo(x); }
    public sealed class State { public readonly SortedSet<int> Items = new(new Backwards()); public readonly object Gate = new(); }
    public static void Actor0(State s) { lock (s.Gate) s.Items.Add(1); }
    public static void Actor1(State s) { lock (s.Gate) s.Items.Add(2); }
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}

public static class LinkedListFixed
{
    public sealed class State { public readonly LinkedList<int> Items = new(); public readonly object Gate = new(); }
    public static void Actor0(State s) { lock (s.Gate) s.Items.AddLast(1); }
    public static void Actor1(State s) { lock (s.Gate) s.Items.AddFirst(2); }
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}

public static class PriorityQueueFixed
{
    public sealed class State { public readonly PriorityQueue<int, int> Items = new(4); public readonly object Gate = new(); }
    public static void Actor0(State s) { lock (s.Gate) s.Items.Enqueue(1, 1); }
    public static void Actor1(State s) { lock (s.Gate) s.Items.Enqueue(2, 2); }
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}

public static class ImmutableDictionaryFixed
{
    public sealed class State { public ImmutableDictionary<int, int> Items = ImmutableDictionary<int, int>.Empty; public readonly object Gate = new(); }
    public static void Actor0(State s) { lock (s.Gate) s.Items = s.Items.Add(1, 1); }
    public static void Actor1(State s) { lock (s.Gate) s.Items = s.Items.Add(2, 2); }
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}

public static class ImmutableStackFixed
{
    public sealed class State { public ImmutableStack<int> Items = []; }
    public static void Actor0(State s) => ImmutableInterlocked.Push(ref s.Items, 1);
    public static void Actor1(State s) => ImmutableInterlocked.Push(ref s.Items, 2);
    public static string? Check(State s) => s.Items.Count() == 2 ? null : $"{s.Items.Count()}";
}

public static class StringBuilderFixed
{
    public sealed class State { public readonly StringBuilder Text = new(); public readonly object Gate = new(); }
    public static void Actor0(State s) { lock (s.Gate) s.Text.Append('a'); }
    public static void Actor1(State s) { lock (s.Gate) s.Text.Append('b'); }
    public static string? Check(State s) => s.Text.Length == 2 ? null : $"{s.Text.Length}";
}

public static class SemaphoreFixed
{
    public sealed class State { public readonly SemaphoreSlim Gate = new(1); public int Count; }
    public static void Actor0(State s) { s.Gate.Wait(); s.Count++; s.Gate.Release(); }
    public static void Actor1(State s) { s.Gate.Wait(); s.Count++; s.Gate.Release(); }
    public static string? Check(State s) => s.Count == 2 ? null : $"{s.Count}";
}

public static class SemaphoreBroken
{
    public sealed class State { public readonly SemaphoreSlim Gate = new(2); public int Count; }
    public static void Actor0(State s) { s.Gate.Wait(); s.Count++; s.Gate.Release(); }
    public static void Actor1(State s) { s.Gate.Wait(); s.Count++; s.Gate.Release(); }
    public static string? Check(State s) => s.Count == 2 ? null : $"{s.Count}";
}

public static class CountdownFixed
{
    public sealed class State { public readonly CountdownEvent Done = new(1); public int Value, Seen; }
    public static void Actor0(State s) { s.Value = 1; s.Done.Signal(); }
    public static void Actor1(State s) { s.Done.Wait(); s.Seen = s.Value; }
    public static string? Check(State s) => s.Seen == 1 ? null : $"{s.Seen}";
}

public static class CountdownBroken
{
    public sealed class State { public readonly CountdownEvent Done = new(1); public int Value, Seen; }
    public static void Actor0(State s) { s.Done.Signal(); s.Value = 1; }
    public static void Actor1(State s) { s.Done.Wait(); s.Seen = s.Value; }
    public static string? Check(State s) => s.Seen == 1 ? null : $"{s.Seen}";
}

public static class SortedListRefused
{
    public sealed class State { public readonly SortedList<int, int> Items = []; }
    public static void Actor0(State s) => s.Items[1] = 1;
    public static void Actor1(State s) => s.Items[2] = 2;
    public static string? Check(State s) => null;
}

public static class ConcurrentBagRefused
{
    public sealed class State { public readonly ConcurrentBag<int> Items = []; }
    public static void Actor0(State s) => s.Items.Add(1);
    public static void Actor1(State s) => s.Items.Add(2);
    public static string? Check(State s) => null;
}

public static class BlockingCollectionRefused
{
    public sealed class State { public readonly BlockingCollection<int> Items = []; }
    public static void Actor0(State s) => s.Items.Add(1);
    public static void Actor1(State s) => s.Items.Take();
    public static string? Check(State s) => null;
}

public static class ReaderWriterLockRefused
{
    public sealed class State { public readonly ReaderWriterLockSlim Gate = new(); public int Count; }
    public static void Actor0(State s) { s.Gate.EnterWriteLock(); s.Count++; s.Gate.ExitWriteLock(); }
    public static void Actor1(State s) { s.Gate.EnterReadLock(); _ = s.Count; s.Gate.ExitReadLock(); }
    public static string? Check(State s) => null;
}

public static class BarrierRefused
{
    public sealed class State { public readonly Barrier Gate = new(2); }
    public static void Actor0(State s) => s.Gate.SignalAndWait();
    public static void Actor1(State s) => s.Gate.SignalAndWait();
    public static string? Check(State s) => null;
}

public static class CancellationRefused
{
    public sealed class State { public readonly CancellationTokenSource Source = new(); public bool Seen; }
    public static void Actor0(State s) => s.Source.Cancel();
    public static void Actor1(State s) => s.Seen = s.Source.IsCancellationRequested;
    public static string? Check(State s) => null;
}

public static class ThreadLocalRefused
{
    public sealed class State { public readonly ThreadLocal<int> Own = new(); }
    public static void Actor0(State s) => s.Own.Value = 1;
    public static void Actor1(State s) => s.Own.Value = 2;
    public static string? Check(State s) => null;
}

public static class AsyncLocalRefused
{
    public sealed class State { public readonly AsyncLocal<int> Own = new(); }
    public static void Actor0(State s) => s.Own.Value = 1;
    public static void Actor1(State s) => s.Own.Value = 2;
    public static string? Check(State s) => null;
}
