using Atomics;
using CsCheck;
using Tracker.Ids;

namespace Tracker.Tests.Ids;

public sealed class RmapIdAllocatorTests
{
    [Fact]
    public void All_16_777_215_ids_can_be_out_at_once_in_order_and_then_it_is_exhausted()
    {
        using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new();
        for (int expected = RmapId.Min; expected <= RmapId.Max; expected++)
        {
            if (!ids.TryAllocate(out int id) || id != expected)
            {
                Assert.Fail($"expected {expected}, got {id}");
            }
        }

        Assert.False(ids.TryAllocate(out int none));
        Assert.Equal(RmapId.Dummy, none);
        Assert.Equal(0, ids.FreeCount);
        ids.Free(77);
        Assert.True(ids.TryAllocate(out int again));
        Assert.Equal(77, again);
        Assert.InRange(ids.SizeBytes, 1, 3 << 20);
    }

    [Fact]
    public void A_random_history_hands_out_the_lowest_free_id_each_time() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 300].Array[1, 400]).Sample((maxId, steps) =>
        {
            using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(maxId);
            SortedSet<int> free = [.. Enumerable.Range(1, maxId)];
            List<int> held = [];
            foreach (int step in steps)
            {
                if (step % 3 != 0 || held.Count == 0)
                {
                    bool got = ids.TryAllocate(out int id);
                    Assert.Equal(free.Count > 0, got);
                    Assert.Equal(got ? free.Min : RmapId.Dummy, id);
                    if (got)
                    {
                        free.Remove(id);
                        held.Add(id);
                    }
                }
                else
                {
                    int id = held[step % held.Count];
                    held.Remove(id);
                    free.Add(id);
                    ids.Free(id);
                }
            }
        }, iter: 200);

    [Fact]
    public void Freeing_the_dummy_is_ignored_and_wrong_frees_are_named()
    {
        using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(100);
        ids.Free(RmapId.Dummy);
        Assert.Equal(100, ids.FreeCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => ids.Free(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ids.Free(101));
        InvalidOperationException twice = Assert.Throws<InvalidOperationException>(() => ids.Free(5));
        Assert.Contains("5", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_id_is_held_twice_when_threads_allocate_and_free_at_once()
    {
        const int Threads = 4;
        const int Rounds = 20_000;
        using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(40);
        int[] holders = new int[41];
        int clashes = 0;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            List<int> mine = [];
            for (int round = 0; round < Rounds; round++)
            {
                if (mine.Count < 8 && ids.TryAllocate(out int id))
                {
                    if (Interlocked.Increment(ref holders[id]) != 1)
                    {
                        Interlocked.Increment(ref clashes);
                    }

                    mine.Add(id);
                }
                else if (mine.Count > 0)
                {
                    int last = mine[^1];
                    mine.RemoveAt(mine.Count - 1);
                    Interlocked.Decrement(ref holders[last]);
                    ids.Free(last);
                }
            }

            foreach (int id in mine)
            {
                Interlocked.Decrement(ref holders[id]);
                ids.Free(id);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, clashes);
        Assert.Equal(40, ids.FreeCount);
    }

    /// <summary>
    /// The others always happen to be a little faster than this scan, which the rules allow any number of times.
    /// </summary>
    [Fact]
    public void A_scan_that_is_unlucky_for_long_finds_its_id_in_the_end()
    {
        const int Rounds = 5_000;
        using RmapIdAllocator<ScriptedMemory, AtomicBitClaim> ids = new(10);
        nint map = ids.WordAddresses[2];
        int looks = 0;
        ScriptedMemory.OnRead((address, found) => address == map && ++looks <= Rounds ? -1 : found);
        int pauses = 0;
        ScriptedMemory.OnPause(() => pauses++);
        bool got = ids.TryAllocate(out int id);
        ScriptedMemory.OnRead(null);
        ScriptedMemory.OnPause(null);
        Assert.Equal((true, 1), (got, id));
        Assert.Equal((Rounds + 1, Rounds), (looks, pauses));
    }

    [Fact]
    public void An_id_freed_between_a_claim_and_the_raise_of_the_hint_is_the_next_one()
    {
        using RmapIdAllocator<ScriptedMemory, AtomicBitClaim> ids = new(1000);
        nint hint = ids.WordAddresses[1];
        for (int id = 1; id < 256; id++)
        {
            ids.TryAllocate(out _);
        }

        // The hint stands at the word of 255; the scan finds that full and takes 256, in the next one.
        ids.Free(5);
        ids.TryAllocate(out int five);
        Assert.Equal(5, five);
        bool isFreed = false;
        ScriptedMemory.BeforeOneSwap(
            () =>
            {
                isFreed = true;
                ids.Free(70);
            },
            address => address == hint);
        Assert.True(ids.TryAllocate(out int first));
        ScriptedMemory.BeforeSwap(null);
        Assert.True(isFreed, "the scan skipped no word");
        Assert.True(ids.TryAllocate(out int second));
        Assert.True(ids.TryAllocate(out int third));
        Assert.Equal((256, 70, 257), (first, second, third));
    }
}
