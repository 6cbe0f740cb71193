namespace Features;

// Values of the framework in fields, and what makes them: arithmetic is looked at, clocks and chance are refused.

public static class Dates
{
    public sealed class State { public DateTime Due; public DateTimeOffset Seen; public DateOnly Day; public long Ticks; }
    public static void Actor0(State s) { s.Day = new DateOnly(2026, 5, 1); s.Due = new DateTime(1000).AddTicks(5); }
    public static void Actor1(State s) => s.Ticks = s.Due.Ticks;
    public static string? Check(State s) => s.Ticks is 0 or 1005 && s.Day.Year == 2026 ? null : $"{s.Ticks}, {s.Day}";
}

public static class DatesLostWrong
{
    public sealed class State { public DateTime Due = new(1000); }
    public static void Actor0(State s) => s.Due = s.Due.AddTicks(5);
    public static void Actor1(State s) => s.Due += TimeSpan.FromTicks(5);
    public static string? Check(State s) => s.Due.Ticks == 1010 ? null : $"{s.Due.Ticks}";
}

public static class OffsetsTornWrong
{
    public sealed class State { public DateTimeOffset Due; public long Utc; }
    public static void Actor0(State s) => s.Due = new DateTimeOffset(36_000_000_000_000, TimeSpan.FromHours(1));
    public static void Actor1(State s) => s.Utc = s.Due.Ticks;
    public static string? Check(State s) => s.Utc is 0 or 36_000_000_000_000 ? null : $"half a value: {s.Utc}";
}

public static class Guids
{
    public sealed class State { public Guid Id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11); public bool Same; public bool After; }
    public static void Actor0(State s) => s.Same = s.Id == new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    public static void Actor1(State s) => s.After = s.Id.CompareTo(Guid.Empty) > 0;
    public static string? Check(State s) => s.Same && s.After ? null : $"{s.Same}, {s.After}";
}

public static class GuidsTornWrong
{
    private static readonly Guid s_id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    public sealed class State { public Guid Id; public bool Whole; }
    public static void Actor0(State s) => s.Id = s_id;
    public static void Actor1(State s) { Guid seen = s.Id; s.Whole = seen == Guid.Empty || seen == s_id; }
    public static string? Check(State s) => s.Whole ? null : "half a value";
}

public static class LazyInitializers
{
    public sealed class Node { public int Value; }
    public sealed class State { public Node? Node; public Node? First; public Node? Second; }
    public static void Actor0(State s) => s.First = LazyInitializer.EnsureInitialized(ref s.Node, () => new Node { Value = 4 });
    public static void Actor1(State s) => s.Second = LazyInitializer.EnsureInitialized(ref s.Node, () => new Node { Value = 4 });
    public static string? Check(State s) => s.First == s.Second && s.First!.Value == 4 ? null : "two nodes";
}

public static class LockedLazyInitializers
{
    public sealed class State { public object? Made; public bool Ready; public object? Gate; public int Count; }
    public static void Actor0(State s) => LazyInitializer.EnsureInitialized(ref s.Made, ref s.Ready, ref s.Gate, () => { s.Count++; return new object(); });
    public static void Actor1(State s) => LazyInitializer.EnsureInitialized(ref s.Made, ref s.Ready, ref s.Gate, () => { s.Count++; return new object(); });
    public static string? Check(State s) => s.Count == 1 ? null : $"made {s.Count} times";
}

public static class SmallSwaps
{
    public enum Phase { Idle, Busy, Done }
    public sealed class State { public Phase Phase; public byte Owner; public Phase Old; public bool First; public bool Second; }
    public static void Actor0(State s) { s.Old = Interlocked.Exchange(ref s.Phase, Phase.Busy); s.First = Interlocked.CompareExchange(ref s.Owner, (byte)1, (byte)0) == 0; }
    public static void Actor1(State s) => s.Second = Interlocked.CompareExchange(ref s.Owner, (byte)2, (byte)0) == 0;
    public static string? Check(State s) => s.First ^ s.Second && s.Old == Phase.Idle ? null : $"{s.First}, {s.Second}, {s.Old}";
}

public static class RefuseNow
{
    public sealed class State { public long Ticks; }
    public static void Actor0(State s) => s.Ticks = DateTime.UtcNow.Ticks;
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class RefuseLocalTime
{
    public sealed class State { public DateTime Due; }
    public static void Actor0(State s) => s.Due = new DateTime(1000).ToLocalTime();
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class RefuseNewGuid
{
    public sealed class State { public Guid Id; }
    public static void Actor0(State s) => s.Id = Guid.NewGuid();
    public static void Actor1(State s) { }
    public static string? Check(State s) => null;
}

public static class RefuseGuidBytes
{
    public sealed class State { public readonly byte[] Bytes = new byte[16]; public Guid Id; }
    public static void Actor0(State s) => s.Id = new Guid(s.Bytes);
    public static void Actor1(State s) => s.Bytes[0] = 1;
    public static string? Check(State s) => null;
}
