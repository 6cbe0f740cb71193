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
