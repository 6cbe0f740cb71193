namespace Kinds;

// Delegates, boxes and tuples that hold objects, published by a plain store.

public class Cell { public int Value; }

public record struct Pair(Cell Cell, int Number);

public static class ClosureFixed
{
    public sealed class State { public Func<int>? Get; public int Seen = 4; }
    public static void Actor0(State s) { int captured = 4; s.Get = () => captured; }
    public static void Actor1(State s) { if (s.Get is { } get) s.Seen = get(); }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

public static class ClosureNestedFixed
{
    public sealed class State { public Func<int>? Get; public int Seen = 4; }
    public static void Actor0(State s) { Cell cell = new() { Value = 4 }; s.Get = () => cell.Value; }
    public static void Actor1(State s) { if (s.Get is { } get) s.Seen = get(); }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

public static class ClosureListFixed
{
    public sealed class State { public Func<int>? Get; public int Seen = 4; }
    public static void Actor0(State s) { int captured = 4; Func<int> first = () => 0; Func<int> second = () => captured; s.Get = first + second; }
    public static void Actor1(State s) { if (s.Get is { } get) s.Seen = get(); }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

public static class ClosureLateBroken
{
    public sealed class State { public Func<int>? Get; public int Seen = 4; }
    public static void Actor0(State s) { int captured = 4; s.Get = () => captured; captured = 5; }
    public static void Actor1(State s) { if (s.Get is { } get) s.Seen = get() == 4 ? 3 : 4; }
    public static string? Check(State s) => s.Seen == 4 ? null : "too early";
}

public static class ClosureChangedBroken
{
    public sealed class State { public Func<int>? Get; public int Seen = 4; }
    public static void Actor0(State s) { int captured = 0; Func<int> get = () => captured; captured = 4; s.Get = get; }
    public static void Actor1(State s) { if (s.Get is { } get) s.Seen = get(); }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

public static class ClosureBesideBroken
{
    public sealed class State { public Func<int>? Get; public int Data; public int Seen = 4; }
    public static void Actor0(State s) { int captured = 1; s.Data = 4; s.Get = () => captured; }
    public static void Actor1(State s) { if (s.Get is not null) s.Seen = s.Data; }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

public static class BoxedPairFixed
{
    public sealed class State { public object? Pair; public int Seen = 4; }
    public static void Actor0(State s) => s.Pair = new Pair(new Cell { Value = 4 }, 1);
    public static void Actor1(State s) { if (s.Pair is Pair pair) s.Seen = pair.Cell.Value; }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}

public static class TupleFixed
{
    public sealed class State { public Tuple<Cell, int>? Pair; public int Seen = 4; }
    public static void Actor0(State s) => s.Pair = Tuple.Create(new Cell { Value = 4 }, 1);
    public static void Actor1(State s) { if (s.Pair is { } pair) s.Seen = pair.Item1.Value; }
    public static string? Check(State s) => s.Seen == 4 ? null : $"saw {s.Seen}";
}
