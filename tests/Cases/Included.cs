using System.Collections.Immutable;

namespace Included;

// Framework types that are copied and rewritten when their namespaces are asked for, with their verdicts in included.tsv.

public static class ListFixed
{
    public sealed class State { public readonly List<int> Items = []; public readonly Lock Gate = new(); public int Sum; }
    public static void Actor0(State s) { lock (s.Gate) s.Items.Add(1); }
    public static void Actor1(State s) { lock (s.Gate) { s.Items.Add(2); foreach (int item in s.Items) s.Sum += item; } }
    public static string? Check(State s) => s.Items.Count == 2 && s.Sum is 2 or 3 ? null : $"{s.Sum}";
}

public static class QueueFixed
{
    public sealed class State { public readonly Queue<string> Items = new(2); public readonly object Gate = new(); public string? Taken; }
    public static void Actor0(State s) { lock (s.Gate) { s.Items.Enqueue("a"); Monitor.Pulse(s.Gate); } }
    public static void Actor1(State s) { lock (s.Gate) { while (s.Items.Count == 0) Monitor.Wait(s.Gate); s.Taken = s.Items.Dequeue(); } }
    public static string? Check(State s) => s.Taken == "a" ? null : s.Taken;
}

public static class StackBroken
{
    public sealed class State { public readonly Stack<int> Items = new([1, 2]); public int A, B; }
    public static void Actor0(State s) => s.A = s.Items.Pop();
    public static void Actor1(State s) => s.B = s.Items.Pop();
    public static string? Check(State s) => s.A != s.B ? null : $"{s.A} twice";
}

public static class ImmutableFixed
{
    public sealed class State { public ImmutableList<int> Items = []; }
    public static void Actor0(State s) => ImmutableInterlocked.Update(ref s.Items, items => items.Add(1));
    public static void Actor1(State s) => ImmutableInterlocked.Update(ref s.Items, items => items.Add(2));
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}

public static class ImmutableBroken
{
    public sealed class State { public ImmutableArray<int> Items = []; }
    public static void Actor0(State s) => s.Items = s.Items.Add(1);
    public static void Actor1(State s) => s.Items = s.Items.Add(2);
    public static string? Check(State s) => s.Items.Length == 2 ? null : $"{s.Items.Length}";
}

/// <summary>Two adds without a lock: more executions than fit into a time budget.</summary>
public static class ListBroken
{
    public sealed class State { public readonly List<int> Items = []; }
    public static void Actor0(State s) => s.Items.Add(1);
    public static void Actor1(State s) => s.Items.Add(2);
    public static string? Check(State s) => s.Items.Count == 2 ? null : $"{s.Items.Count}";
}
