using Atomics.Programs;

namespace Atomics.Tests.Programs;

public sealed unsafe class ScenarioInstanceTests
{
    [Fact]
    public void Shared_words_have_lines_of_their_own_and_their_initial_values()
    {
        using SharedWords words = new();
        long* first = words.Word64("first", 5);
        int* second = words.Word32("second", -3);
        Assert.Equal((5L, -3), (*first, *second));
        Assert.Equal(128, (nint)second - (nint)first);
        Assert.Equal([new SharedLocation("first", (nint)first, 8), new SharedLocation("second", (nint)second, 4)],
            words.Locations);
    }

    [Fact]
    public void Data_words_are_marked_and_nothing_else_about_them_differs()
    {
        using SharedWords words = new();
        long* first = words.Data64("first", 5);
        int* second = words.Data32("second", -3);
        Assert.Equal((5L, -3), (*first, *second));
        Assert.Equal(
            [new SharedLocation("first", (nint)first, 8, IsData: true),
                new SharedLocation("second", (nint)second, 4, IsData: true)],
            words.Locations);
    }

    [Fact]
    public void More_words_than_there_is_room_for_are_refused()
    {
        using SharedWords words = new();
        for (int word = 0; word < 128; word++)
        {
            words.Word64($"word {word}");
        }

        Assert.Throws<InvalidOperationException>(() => { words.Word64("one more"); });
    }

    [Fact]
    public void An_outcome_reads_as_registers_then_final_values()
    {
        SharedWords words = new();
        words.Word64("x");
        words.Word64("y");
        Actor[] actors = [new("P0", ["r1"], _ => { }), new("P1", ["r1", "r2"], _ => { })];
        using ScenarioInstance instance = new(actors, words.Locations, ["y"], _ => null, words);
        Assert.Equal("P0.r1=1 P1.r1=0 P1.r2=-2 y=7", new Outcome(instance, [[1], [0, -2]], [7]).ToString());
    }

    [Fact]
    public void Resources_go_with_the_instance()
    {
        using SharedWords words = new();
        words.Word64("x");
        Resource first = new();
        Resource second = new();
        ScenarioInstance instance = new([new("P0", [], _ => { })], words.Locations, [], _ => null, first, second);
        Assert.Equal((false, false), (first.IsDisposed, second.IsDisposed));
        instance.Dispose();
        Assert.Equal((true, true), (first.IsDisposed, second.IsDisposed));
    }

    private sealed class Resource : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
