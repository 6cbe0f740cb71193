using System.Numerics;

namespace Features;

// What was there before the actors ran: static fields, their initializers, and values of the set-up that are equal but not the same.

public static class StructureThatMoves
{
    public struct Pair { public object? Item; public int Count; }
    public sealed class State { public int Seen; }
    private static class Mover<T>
    {
        public static readonly int Turns;
        static Mover() { for (; Turns < 20; Turns++) GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true); }
    }

    private static Pair s_pair;
    public static void Actor0(State s) { ref Pair pair = ref s_pair; pair.Count = Mover<int>.Turns; }
    public static void Actor1(State s) { ref Pair pair = ref s_pair; s.Seen = Mover<long>.Turns; pair.Item = "item"; }
    public static string? Check(State s) => s_pair is { Count: 20, Item: "item" } && s.Seen == 20 ? null : $"{s_pair.Count} {s_pair.Item}";
}

public static class CountedInSharedObject
{
    public sealed class Cell { public int Value; }
    public sealed class State { }
    private static readonly Cell s_cell = new();
    public static void Actor0(State s) => Interlocked.Increment(ref s_cell.Value);
    public static void Actor1(State s) => Interlocked.Increment(ref s_cell.Value);
    public static string? Check(State s) => s_cell.Value == 2 ? null : $"counted {s_cell.Value}";
}

public static class CountedInSharedObjectOfAnyType
{
    public sealed class State { }
    private static class Shared<T> { public static readonly CountedInSharedObject.Cell Cell = new(); }
    public static void Actor0(State s) => Interlocked.Increment(ref Shared<int>.Cell.Value);
    public static void Actor1(State s) => Interlocked.Increment(ref Shared<int>.Cell.Value);
    public static string? Check(State s) => Shared<int>.Cell.Value == 2 ? null : $"counted {Shared<int>.Cell.Value}";
}

public static class RefuseInitializerThatReads
{
    public sealed class State { public int Seen; }
    private static class Source { public static int Value; }
    private static class Copy { public static readonly int Value = Source.Value; }
    public static void Actor0(State s) { Source.Value = 1; s.Seen = Copy.Value; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Seen == 0 ? null : $"saw {s.Seen}";
}

public static class RefuseInitializerOfAnyTypeThatReads
{
    public sealed class State { public int Seen; }
    private static class Source { public static int Value; }
    private static class Copy<T> { public static readonly int Value = Source.Value; }
    public static void Actor0(State s) { Source.Value = 1; s.Seen = Copy<int>.Value; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Seen == 0 ? null : $"saw {s.Seen}";
}

public static class RefuseInitializerThatReadsAnObject
{
    public sealed class Cell { public int Value; }
    public sealed class State { public int Seen; }
    private static class Source { public static readonly Cell Cell = new(); }
    private static class Copy { public static readonly int Value = Source.Cell.Value; }
    public static void Actor0(State s) { Source.Cell.Value = 1; s.Seen = Copy.Value; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Seen == 0 ? null : $"saw {s.Seen}";
}

public static class RefuseInitializerThatCounts
{
    public sealed class State { public int Seen; }
    private static class Source { public static int Next; }
    private static class Made { public static readonly int Id = ++Source.Next; }
    public static void Actor0(State s) { s.Seen = Source.Next; _ = Made.Id; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Seen == 1 ? null : $"saw {s.Seen}";
}

public static class InitializersThatReadWhatStays
{
    public sealed class Cell(int value) { public int Value = value; public static int Zero; }
    public sealed class State { }
    private static class Sizes { public const int Least = 3; public static readonly int[] All = [1, 2, 3]; public static int Limit = All[2]; }
    private static class Made
    {
        private static int s_next = 1;
        public static readonly Cell Cell = new(Sizes.Limit + Sizes.Least);
        public static readonly int Sum = Sizes.All.Length + Sizes.All[1] + Cell.Zero + s_next;
        public static int Next() => Interlocked.Increment(ref s_next);
    }

    public static void Actor0(State s) => Interlocked.Add(ref Made.Cell.Value, Made.Sum);
    public static void Actor1(State s) => Interlocked.Add(ref Made.Cell.Value, Made.Next());
    public static string? Check(State s) => Made.Cell.Value == 14 ? null : $"{Made.Cell.Value}";
}

public static class NumbersOfAnyType
{
    public sealed class Sum<T> where T : INumber<T>
    {
        private readonly Lock _lock = new();
        public T Value { get; private set; } = T.Zero;
        public void Add(T number) { lock (_lock) { Value = T.Max(Value + number + T.One, T.CreateChecked(0)); } }
    }

    public sealed class State { public readonly Sum<int> Whole = new(); public readonly Sum<double> Real = new(); }
    public static void Actor0(State s) { s.Whole.Add(2); s.Real.Add(0.5); }
    public static void Actor1(State s) { s.Whole.Add(3); s.Real.Add(0.25); }
    public static string? Check(State s) => s.Whole.Value == 7 && s.Real.Value == 2.75 ? null : $"{s.Whole.Value} {s.Real.Value}";
}

public static class NumbersOfAnyTypeWrong
{
    public sealed class Sum<T> where T : struct, INumber<T>, IMinMaxValue<T>
    {
        public T Value;
        public void Add(T number) { if (Value < T.MaxValue) Value += number; }
    }

    public sealed class State { public readonly Sum<int> Sum = new(); }
    public static void Actor0(State s) => s.Sum.Add(2);
    public static void Actor1(State s) => s.Sum.Add(3);
    public static string? Check(State s) => s.Sum.Value == 5 ? null : $"{s.Sum.Value}";
}

public static class NumbersOfOnesOwn
{
    public readonly struct Money(long cents) : IAdditionOperators<Money, Money, Money>
    {
        public readonly long Cents = cents;
        public static Money operator +(Money left, Money right) => new(left.Cents + right.Cents);
    }

    public sealed class Sum<T> where T : struct, IAdditionOperators<T, T, T>
    {
        public T Value;
        public void Add(T number) { lock (this) { Value += number; } }
    }

    public sealed class State { public readonly Sum<Money> Sum = new(); }
    public static void Actor0(State s) => s.Sum.Add(new Money(2));
    public static void Actor1(State s) => s.Sum.Add(new Money(3));
    public static string? Check(State s) => s.Sum.Value.Cents == 5 ? null : $"{s.Sum.Value.Cents}";
}

public static class LockOnEqualBoxesWrong
{
    public sealed class State { public readonly object One = 5; public readonly object Other = 5; public int Count; }
    public static void Actor0(State s) { lock (s.One) { s.Count++; } }
    public static void Actor1(State s) { lock (s.Other) { s.Count++; } }
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class ExchangedForEqualBox
{
    public sealed class State { public object Box = 5; public readonly object Other = 5; public object? Kept; }
    public static void Actor0(State s) { s.Kept = s.Box; Interlocked.CompareExchange(ref s.Box, 6, s.Other); }
    public static void Actor1(State s) { }
    public static string? Check(State s) => ReferenceEquals(s.Box, s.Kept) ? null : "an equal box was the same one";
}

public static class RefuseLockOnEqualDelegates
{
    public sealed class State
    {
        public readonly Action One;
        public readonly Action Other;
        public int Count;
        public State() => (One, Other) = (Add, Add);
        public void Add() => Count++;
    }

    public static void Actor0(State s) { lock (s.One) { s.Count++; } }
    public static void Actor1(State s) { lock (s.Other) { s.Count++; } }
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class LockOnEqualTextsWrong
{
    public sealed class State { public readonly object One = new string('x', 2); public readonly object Other = new string('x', 2); public int Count; }
    public static void Actor0(State s) { lock (s.One) { s.Count++; } }
    public static void Actor1(State s) { lock (s.Other) { s.Count++; } }
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class TextThatIsNoLiteral
{
    public sealed class State { public string Text = "ab"; public readonly string Begin = "a"; public bool Same; }
    public static void Actor0(State s) { s.Text = ""; s.Text = string.Concat(s.Begin, "b"); s.Same = ReferenceEquals(s.Text, "ab"); }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Same ? "another text" : null;
}

public static class FilledAndCleared
{
    public sealed class State { public readonly int[] Items = [1, 1, 1]; public int Flag; public int Sum = 4; }
    public static void Actor0(State s) { Array.Fill(s.Items, 5); s.Items.AsSpan(1).Clear(); s.Items.AsSpan(2).Fill(-1); Volatile.Write(ref s.Flag, 1); }
    public static void Actor1(State s) { if (Volatile.Read(ref s.Flag) == 1) s.Sum = s.Items[0] + s.Items[1] + s.Items[2]; }
    public static string? Check(State s) => s.Sum == 4 ? null : $"{s.Sum}";
}

public static class FilledWhileReadWrong
{
    public sealed class State { public readonly int[] Items = [1, 1]; public int Sum; }
    public static void Actor0(State s) => s.Items.AsSpan().Fill(2);
    public static void Actor1(State s) => s.Sum = s.Items[0] + s.Items[1];
    public static string? Check(State s) => s.Sum is 2 or 4 ? null : $"{s.Sum}";
}

public static class RefuseInitializerThatSums
{
    public sealed class State { public int Seen; }
    private static class Source { public static readonly int[] Items = [3, 4]; }
    private static class Sum { public static readonly int Value = Source.Items.Sum(); }
    public static void Actor0(State s) { Source.Items[0] = 9; s.Seen = Sum.Value; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Seen == 7 ? null : $"saw {s.Seen}";
}

public static class InitializerThatThrows
{
    public sealed class State { public int Seen; }
    private static class Number { public static readonly int Value = int.Parse("none", null); }
    public static void Actor0(State s) { try { s.Seen = Number.Value; } catch (TypeInitializationException) { s.Seen = 7; } }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Seen == 7 ? null : $"saw {s.Seen}";
}

public static class PartsAndClones
{
    public sealed class State { public int[] Items = []; }
    private static void Add(State s, int item)
    {
        int[] old, added;
        do { old = Volatile.Read(ref s.Items); added = [.. old, item]; }
        while (Interlocked.CompareExchange(ref s.Items, ((int[])added.Clone())[0..], old) != old);
    }

    public static void Actor0(State s) => Add(s, 1);
    public static void Actor1(State s) => Add(s, 2);
    public static string? Check(State s) => s.Items.Length == 2 && s.Items.Sum() == 3 ? null : $"{s.Items.Length} items";
}

public static class TextsExchanged
{
    public sealed class State { public string Text = "a"; }
    private static void Add(State s)
    {
        string old;
        do { old = s.Text; } while (Interlocked.CompareExchange(ref s.Text, string.Concat(old, "b"), old) != (object)old);
    }

    public static void Actor0(State s) => Add(s);
    public static void Actor1(State s) => Add(s);
    public static string? Check(State s) => s.Text == "abb" ? null : s.Text;
}
