using Atomics;

namespace Tracker.Tests;

/// <summary>Reference counts, by hand: what another thread does comes before a swap.</summary>
public sealed class ReferenceCountTests : IDisposable
{
    private int _count;

    public void Dispose() => ScriptedMemory.BeforeSwap(null);

    [Fact]
    public void References_are_taken_while_there_is_one_and_the_last_to_drop_one_sees_0()
    {
        Assert.False(TryGet());
        _count = 1;
        Assert.True(TryGet());
        ReferenceCount.Add<ScriptedMemory>(ref _count, 3);
        Assert.Equal((3, 1, 0), (Put(2), Put(2), Put(1)));
        Assert.False(TryGet());
        Assert.Equal(0, _count);
    }

    [Fact]
    public void One_that_takes_a_reference_goes_on_from_the_count_that_its_swap_found()
    {
        _count = 1;
        ScriptedMemory.BeforeOneSwap(() => _count = 5);
        Assert.True(TryGet());
        Assert.Equal(6, _count);
    }

    [Fact]
    public void One_whose_object_goes_before_its_swap_gets_no_reference()
    {
        _count = 1;
        ScriptedMemory.BeforeOneSwap(() => Assert.Equal(0, Put(1)));
        Assert.False(TryGet());
        Assert.Equal(0, _count);
    }

    [Fact]
    public void There_are_as_many_references_as_an_int_counts_and_no_more()
    {
        _count = int.MaxValue - 1;
        Assert.True(TryGet());
        AssertRefused("More than 2147483647 references", int.MaxValue, () => TryGet());
        AssertRefused("More than 2147483647 references", int.MaxValue,
            () => ReferenceCount.Add<ScriptedMemory>(ref _count, 1));
        _count = int.MaxValue - 2;
        ReferenceCount.Add<ScriptedMemory>(ref _count, 2);
        Assert.Equal(int.MaxValue, _count);
    }

    [Fact]
    public void References_beyond_what_an_int_counts_are_given_back_on_hardware_too()
    {
        _count = int.MaxValue - 2;
        ReferenceCount.Add<HardwareMemory>(ref _count, 1);
        ReferenceCount.Add<PerturbedMemory>(ref _count, 1);
        AssertRefused("More than 2147483647 references", int.MaxValue,
            () => ReferenceCount.Add<HardwareMemory>(ref _count, 1));
        AssertRefused("More than 2147483647 references", int.MaxValue,
            () => ReferenceCount.Add<PerturbedMemory>(ref _count, 32768));
    }

    [Fact]
    public void More_dropped_than_held_are_counted_in_the_reason()
    {
        _count = 2;
        AssertRefused("3 references more were dropped", -3, () => Put(5));
        Assert.False(TryGet());
    }

    private bool TryGet() => ReferenceCount.TryGet<ScriptedMemory>(ref _count);

    private int Put(int references) => ReferenceCount.Put<ScriptedMemory>(ref _count, references);

    private void AssertRefused(string because, int left, Action step)
    {
        Assert.StartsWith(because, Assert.Throws<InvalidOperationException>(step).Message, StringComparison.Ordinal);
        Assert.Equal(left, _count);
    }
}
