using Cases;

namespace Rates;

/// <summary>
/// Structures of <see cref="Cases"/> with more calls: thousands of executions, for rates of the search.
/// </summary>
public static class Treiber
{
    public sealed class State
    {
        public readonly TreiberFixed.Stack Stack = new();
        public int First = -1;
        public int Second = -1;
        public int Third = -1;
        public State() { Stack.Push(2); Stack.Push(1); }
    }

    public static void Actor0(State s) { s.Stack.Push(5); s.First = s.Stack.Pop(); }
    public static void Actor1(State s) { s.Stack.Push(4); s.Second = s.Stack.Pop(); }
    public static void Actor2(State s) { s.Stack.Push(3); s.Third = s.Stack.Pop(); }
    public static string? Check(State s) => s.First != s.Second && s.Second != s.Third && s.First != s.Third
        ? null
        : "popped twice";
}

/// <summary>Two producers, two consumers and room for two.</summary>
public static class Mpmc
{
    public sealed class State
    {
        public readonly VyukovMpmcFixed.Queue<int> Queue = new(2);
        public int First = -1;
        public int Second = -1;
    }

    public static void Actor0(State s) { s.Queue.TryEnqueue(1); s.Queue.TryEnqueue(3); }
    public static void Actor1(State s) { s.Queue.TryEnqueue(2); s.Queue.TryEnqueue(4); }
    public static void Actor2(State s) { s.First = s.Queue.TryDequeue(out int item) ? item : -1; }
    public static void Actor3(State s) { s.Second = s.Queue.TryDequeue(out int item) ? item : -1; }
    public static string? Check(State s) => s.First == -1 || s.First != s.Second ? null : "dequeued twice";
}

/// <summary><see cref="Treiber"/> with two calls more: what a check costs once is no part of its rate.</summary>
public static class LargeTreiber
{
    public sealed class State
    {
        public readonly TreiberFixed.Stack Stack = new();
        public readonly int[] Popped = [-1, -1, -1, -1, -1];
        public State() { Stack.Push(2); Stack.Push(1); }
    }

    public static void Actor0(State s)
    {
        s.Stack.Push(5);
        s.Popped[0] = s.Stack.Pop();
        s.Popped[1] = s.Stack.Pop();
    }

    public static void Actor1(State s)
    {
        s.Stack.Push(4);
        s.Popped[2] = s.Stack.Pop();
        s.Popped[3] = s.Stack.Pop();
    }

    public static void Actor2(State s) { s.Stack.Push(3); s.Popped[4] = s.Stack.Pop(); }
    public static string? Check(State s) => OneEach.Check(s.Popped);
}

/// <summary><see cref="Mpmc"/> with a producer more, and consumers that take two each.</summary>
public static class LargeMpmc
{
    public sealed class State
    {
        public readonly VyukovMpmcFixed.Queue<int> Queue = new(2);
        public readonly int[] Taken = [-1, -1, -1, -1];
    }

    public static void Actor0(State s) { s.Queue.TryEnqueue(1); s.Queue.TryEnqueue(3); }
    public static void Actor1(State s) { s.Queue.TryEnqueue(2); s.Queue.TryEnqueue(4); }
    public static void Actor2(State s) => s.Queue.TryEnqueue(5);
    public static void Actor3(State s) => TakeTwo(s, 0);
    public static void Actor4(State s) => TakeTwo(s, 2);

    public static string? Check(State s) => OneEach.Check(s.Taken);

    private static void TakeTwo(State s, int first)
    {
        s.Taken[first] = s.Queue.TryDequeue(out int item) ? item : -1;
        s.Taken[first + 1] = s.Queue.TryDequeue(out int next) ? next : -1;
    }
}

/// <summary>What came out of a structure came out once; -1 says that nothing did.</summary>
internal static class OneEach
{
    internal static string? Check(int[] items)
    {
        for (int index = 1; index < items.Length; index++)
        {
            for (int earlier = 0; earlier < index; earlier++)
            {
                if (items[index] != -1 && items[earlier] == items[index])
                {
                    return $"{items[index]} came out twice";
                }
            }
        }

        return null;
    }
}
