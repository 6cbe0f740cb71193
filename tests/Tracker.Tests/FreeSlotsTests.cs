using Atomics;
using Atomics.Programs;

namespace Tracker.Tests;

/// <summary>The stack of free slots, by hand: what another thread does comes before a swap.</summary>
public sealed class FreeSlotsTests : IDisposable
{
    private readonly FreeSlots<ScriptedMemory> _slots = new(3);

    public void Dispose()
    {
        ScriptedMemory.BeforeSwap(null);
        _slots.Dispose();
    }

    [Fact]
    public void Slots_come_lowest_first_and_the_one_given_back_last_comes_next()
    {
        Assert.Equal([0, 1, 2, -1, -1], Pop(5));
        Assert.True(_slots.TryPush(1));
        Assert.True(_slots.TryPush(0));
        Assert.True(_slots.TryPush(2));
        Assert.Equal([2, 0, 1, -1], Pop(4));
    }

    [Fact]
    public void A_slot_is_out_from_the_pop_to_the_push_and_is_pushed_once()
    {
        Assert.False(_slots.IsOut(0));
        Assert.False(_slots.TryPush(0));
        Assert.Equal(0, _slots.Pop());
        Assert.Equal((true, false), (_slots.IsOut(0), _slots.IsOut(1)));
        Assert.Equal((true, false), (_slots.TryPush(0), _slots.TryPush(0)));
        Assert.False(_slots.IsOut(0));
        Assert.Equal([0, 1, 2, -1], Pop(4));
    }

    /// <summary>The ABA case: the head shows the same slot again, but another one lies under it.</summary>
    [Fact]
    public void A_pop_notices_that_its_slot_was_popped_and_pushed_again()
    {
        int between = 0;
        Before(swap: 1, () =>
        {
            Assert.Equal((0, 1), (_slots.Pop(), _slots.Pop()));
            Assert.True(_slots.TryPush(0));
            between++;
        });
        Assert.Equal((0, 2, -1), (_slots.Pop(), _slots.Pop(), _slots.Pop()));
        Assert.Equal(1, between);
        Assert.True(_slots.TryPush(1));
        Assert.Equal([1, -1], Pop(2));
    }

    [Fact]
    public void A_push_whose_swap_fails_lays_its_slot_upon_what_it_found()
    {
        Assert.Equal([0, 1, 2], Pop(3));

        // Its first swap takes the slot, its second lays it upon the stack.
        Before(swap: 2, () => Assert.True(_slots.TryPush(2)));
        Assert.True(_slots.TryPush(0));
        Assert.Equal([0, 2, -1], Pop(3));
        Assert.True(_slots.IsOut(1));
    }

    [Fact]
    public void Of_two_that_push_one_slot_the_later_one_is_refused()
    {
        Assert.Equal(0, _slots.Pop());
        Before(swap: 1, () => Assert.True(_slots.TryPush(0)));
        Assert.False(_slots.TryPush(0));
        Assert.Equal([0, 1, 2, -1], Pop(4));
    }

    [Fact]
    public unsafe void Its_words_are_the_head_and_a_link_for_each_slot()
    {
        IReadOnlyList<SharedLocation> words = _slots.Locations("free");
        Assert.Equal(["free: head", "free: link 0", "free: link 1", "free: link 2"], words.Select(word => word.Name));
        Assert.Equal([8, 4, 4, 4], words.Select(word => word.SizeBytes));
        Assert.Equal(1, *(long*)words[0].Address);
        Assert.Equal([2, 3, 0], words.Skip(1).Select(word => *(int*)word.Address));
    }

    [Fact]
    public void A_stack_that_was_disposed_is_used_no_more()
    {
        FreeSlots<HardwareMemory> slots = new(1);

        // So that the head alone is looked at.
        Assert.Equal(0, slots.Pop());
        slots.Dispose();
        Assert.Throws<ObjectDisposedException>(() => slots.Pop());
        Assert.Throws<ObjectDisposedException>(() => slots.TryPush(0));
        Assert.Throws<ObjectDisposedException>(() => slots.IsOut(0));
    }

    private int[] Pop(int times) => [.. Enumerable.Range(0, times).Select(_ => _slots.Pop())];

    /// <summary>Before one swap alone, counted from 1.</summary>
    private static void Before(int swap, Action step)
    {
        int swaps = 0;
        ScriptedMemory.BeforeOneSwap(step, _ => ++swaps == swap);
    }
}
