using Weaving;

namespace WeavingTests;

/// <summary>
/// Data races on what a reference publishes: happens-before leads from its store to accesses through it, and no
/// further.
/// </summary>
public static class PublishedRaceTests
{
    [Fact]
    public static void What_was_written_into_an_object_before_it_was_published_is_not_raced_for() =>
        Assert.Empty(Races<Published>());

    [Fact]
    public static void Another_word_written_before_is() =>
        Assert.StartsWith("Data race on _beside", Assert.Single(Races<WithAnotherWord>()), StringComparison.Ordinal);

    [Fact]
    public static void So_is_what_was_written_into_the_object_afterwards() =>
        Assert.Contains("Value", Assert.Single(Races<WrittenLate>()), StringComparison.Ordinal);

    [Fact]
    public static void So_is_an_object_handed_on_by_a_thread_that_has_read_it_plainly() =>
        Assert.Contains("Value", Assert.Single(Races<HandedOn>()), StringComparison.Ordinal);

    private static IReadOnlyList<string> Races<T>() =>
        Check.Class<T>().WithRaces().Explore(Model.Dotnet).Violations;

    internal sealed class Box
    {
        public int Value;
    }

    internal class Published
    {
        protected Box? Shared;

        [Actor]
        public virtual void Publish()
        {
            Box made = new() { Value = 1 };
            Interlocked.Exchange(ref Shared, made);
        }

        [Actor]
        public virtual int Read() => Shared?.Value ?? 1;

        [Invariant]
        public static bool Holds(int read) => read == 1;
    }

    internal sealed class WithAnotherWord : Published
    {
        private int _beside;

        public override void Publish()
        {
            _beside = 1;
            base.Publish();
        }

        public override int Read() => Shared is { } seen ? seen.Value + (_beside * 0) : 1;
    }

    internal sealed class WrittenLate
    {
        private Box? _shared;

        [Actor]
        public void Publish()
        {
            Box made = new();
            Interlocked.Exchange(ref _shared, made);
            made.Value = 1;
        }

        [Actor]
        public int Read() => _shared?.Value ?? 0;
    }

    internal sealed class HandedOn
    {
        private Box? _first;
        private Box? _second;

        [Actor]
        public void Publish()
        {
            Box made = new() { Value = 1 };
            Interlocked.Exchange(ref _first, made);
        }

        [Actor]
        public void HandOn()
        {
            Box? seen = _first;
            Volatile.Write(ref _second, seen);
        }

        [Actor]
        public int Read() => Volatile.Read(ref _second)?.Value ?? 1;
    }
}
