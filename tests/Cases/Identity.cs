using System.Diagnostics.CodeAnalysis;
using static Features.BoxWithEqualityOfItsOwn;
using static Features.SubscriptionTakenBack;

namespace Features;

// What makes two values the same one for a checker is what they hold, not what their type calls equal; and a delegate
// that was read is the one that was written.

public static class BoxWithEqualityOfItsOwnWrong
{
    public sealed class State { public object Box = new Ticket { Id = 1, Seat = 1 }; public int Seen = 1; }
    public static void Actor0(State s) => s.Box = new Ticket { Id = 1, Seat = 2 };
    public static void Actor1(State s) => s.Seen = ((Ticket)s.Box).Seat;
    public static string? Check(State s) => s.Seen == 1 ? null : $"saw {s.Seen}";
}

public static class BoxWithEqualityOfItsOwn
{
    [SuppressMessage("Usage", "CA2231", Justification = "What Equals says is the case.")]
    public struct Ticket
    {
        public int Id;
        public int Seat;
        public override readonly bool Equals(object? obj) => obj is Ticket other && other.Id == Id;
        public override readonly int GetHashCode() => Id;
        public override readonly string ToString() => throw new InvalidOperationException("nobody asked for a text");
    }

    public sealed class State { public object Box = new Ticket { Id = 1, Seat = 1 }; }
    public static void Actor0(State s) => s.Box = new Ticket { Id = 1, Seat = 2 };
    public static void Actor1(State s) { }
    public static string? Check(State s) => ((Ticket)s.Box).Seat == 2 ? null : "the box did not change";
}

public static class BoxedNumbersThatAreEqualWrong
{
    public sealed class State { public object Box = 1.0m; public int Seen; }
    public static void Actor0(State s) => s.Box = 1.00m;
    public static void Actor1(State s) => s.Seen = decimal.GetBits((decimal)s.Box)[3] >> 16;
    public static string? Check(State s) => s.Seen == 1 ? null : $"{s.Seen} decimals";
}

public static class BoxedZerosThatAreEqualWrong
{
    public sealed class State { public object Box = 0.0; public bool Seen; }
    public static void Actor0(State s) => s.Box = -0.0;
    public static void Actor1(State s) => s.Seen = double.IsNegative((double)s.Box);
    public static string? Check(State s) => s.Seen ? "a negative zero" : null;
}

public static class BoxOfRecord
{
    public readonly record struct Pair(int Left, int Right);
    public sealed class State { public object Box = new Pair(1, 1); public int Seen; }
    public static void Actor0(State s) => s.Box = new Pair(2, 2);
    public static void Actor1(State s) { Pair pair = (Pair)s.Box; s.Seen = pair.Left - pair.Right; }
    public static string? Check(State s) => s.Seen == 0 ? null : "halves of two pairs";
}

public static class SubscriptionTakenBack
{
    public sealed class Subscriber
    {
        public int Calls;
        public void Hear() => Calls++;
    }

    public sealed class State { public Action? Heard; public readonly Subscriber One = new(), Two = new(); }
    public static void Actor0(State s) { s.Heard += s.One.Hear; s.Heard += s.Two.Hear; s.Heard -= s.One.Hear; }
    public static void Actor1(State s) { }
    public static string? Check(State s)
    {
        s.Heard!();
        return (s.One.Calls, s.Two.Calls) == (0, 1) ? null : $"{s.One.Calls} and {s.Two.Calls} calls";
    }
}

public static class SubscriptionOfTwo
{
    public sealed class Source { public event Action? Heard; public void Raise() => Heard?.Invoke(); }
    public sealed class State { public readonly Source Source = new(); public readonly Subscriber One = new(), Two = new(); }
    public static void Actor0(State s) => s.Source.Heard += s.One.Hear;
    public static void Actor1(State s) { s.Source.Heard += s.Two.Hear; s.Source.Heard -= s.Two.Hear; }
    public static string? Check(State s)
    {
        s.Source.Raise();
        return (s.One.Calls, s.Two.Calls) == (1, 0) ? null : $"{s.One.Calls} and {s.Two.Calls} calls";
    }
}

public static class RaisedBehindItsCheckWrong
{
    public sealed class State { public Action? Heard; public readonly Subscriber One = new(); }
    public static void Actor0(State s) { s.Heard += s.One.Hear; s.Heard -= s.One.Hear; }
    public static void Actor1(State s) { if (s.Heard != null) { s.Heard(); } }
    public static string? Check(State s) => null;
}

public static class DelegatesCompared
{
    public sealed class State
    {
        public Action? Heard;
        public readonly Subscriber One = new(), Two = new();
        public bool Same, Other;
    }
    public static void Actor0(State s)
    {
        s.Heard = s.One.Hear;
        Action read = s.Heard;
        s.Same = read == s.One.Hear;
        s.Other = read != s.Two.Hear;
    }
    public static void Actor1(State s) { }
    public static string? Check(State s) => s.Same && s.Other ? null : "not the delegate that was written";
}

public static class LockOnFreshBoxesWrong
{
    public sealed class State { public int Count; }
    private static void Add(State s) { object key = 1; Monitor.Enter(key); s.Count++; Monitor.Exit(key); }
    public static void Actor0(State s) => Add(s);
    public static void Actor1(State s) => Add(s);
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class LockOnOneBox
{
    public sealed class State { public readonly object Key = 1; public int Count; }
    public static void Actor0(State s) { lock (s.Key) { s.Count++; } }
    public static void Actor1(State s) { lock (s.Key) { s.Count++; } }
    public static string? Check(State s) => s.Count == 2 ? null : $"counted {s.Count}";
}

public static class ExchangedForFreshBox
{
    public sealed class State { public object Box = 1; }
    public static void Actor0(State s) => Interlocked.CompareExchange(ref s.Box, 2, (object)1);
    public static void Actor1(State s) { }
    public static string? Check(State s) => (int)s.Box == 1 ? null : "a new box was the old one";
}

public static class CountedInBoxes
{
    public sealed class State { public object Box = 0; }
    private static void Add(State s)
    {
        object old;
        do { old = s.Box; } while (Interlocked.CompareExchange(ref s.Box, (int)old + 1, old) != old);
    }

    public static void Actor0(State s) => Add(s);
    public static void Actor1(State s) => Add(s);
    public static string? Check(State s) => (int)s.Box == 2 ? null : $"counted {s.Box}";
}

public static class BoxThatStaysItself
{
    public sealed class State { public object? Box; public bool Own; public bool Other; }
    public static void Actor0(State s)
    {
        object box = 7;
        s.Box = box;
        object? read = s.Box;
        s.Own = ReferenceEquals(read, box) || read is null;
    }
    public static void Actor1(State s) { object box = 7; s.Other = ReferenceEquals(s.Box, box); }
    public static string? Check(State s) => s.Own && !s.Other ? null : "one box for another";
}

public static class OneBoxInTwoFields
{
    public readonly struct Held(Subscriber who) { public readonly Subscriber Who = who; }
    public sealed class State { public object? One; public object? Two; public readonly Subscriber Who = new(); }
    public static void Actor0(State s) { object box = new Held(s.Who); s.One = box; s.Two = box; }
    public static void Actor1(State s) { }
    public static string? Check(State s) => ReferenceEquals(s.One, s.Two) ? null : "one box became two";
}
