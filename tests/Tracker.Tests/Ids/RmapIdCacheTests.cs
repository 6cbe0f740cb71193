using Tracker.Ids;
using Allocator = Tracker.Ids.RmapIdAllocator<Atomics.HardwareMemory, Tracker.Ids.AtomicBitClaim>;
using Cache = Tracker.Ids.RmapIdCache<Atomics.HardwareMemory>;
using Caches = Tracker.Ids.RmapIdCaches<Atomics.HardwareMemory>;

namespace Tracker.Tests.Ids;

public sealed class RmapIdCacheTests
{
    [Fact]
    public void A_cache_hands_out_every_id_once_lowest_first_and_gives_all_back()
    {
        Allocator ids = new(100);
        using Caches caches = new(ids);
        using (Cache cache = caches.Create(capacity: 16))
        {
            Assert.Equal(Enumerable.Range(1, 100), Drain(cache));
            for (int id = 1; id <= 100; id++)
            {
                cache.Free(id);
            }
        }

        Assert.Equal(100, ids.FreeCount);
    }

    [Fact]
    public void An_id_freed_twice_is_found_whichever_caches_it_goes_to()
    {
        using Caches caches = new(new Allocator(100));
        using Cache one = caches.Create();
        using Cache other = caches.Create();
        Assert.True(one.TryAllocate(out int id));
        one.Free(id);
        foreach (IRmapIds again in new IRmapIds[] { one, other, caches })
        {
            InvalidOperationException found = Assert.Throws<InvalidOperationException>(() => again.Free(id));
            Assert.Contains($"{id} was freed twice", found.Message, StringComparison.Ordinal);
        }

        Assert.Equal(100, Drain(one).Concat(Drain(other)).Distinct().Count());
    }

    [Fact]
    public void An_id_that_was_never_handed_out_is_not_taken_by_a_cache()
    {
        using Caches caches = new(new Allocator(100));
        using Cache cache = caches.Create();
        Refusal.Contains("77 was freed twice, or", () => cache.Free(77));
        Assert.Throws<ArgumentOutOfRangeException>(() => cache.Free(101));
        Assert.Throws<ArgumentOutOfRangeException>(() => cache.Free(-1));
        cache.Free(RmapId.Dummy);
        Assert.Equal(Enumerable.Range(1, 100), Drain(cache));
    }

    [Fact]
    public void Idle_ids_are_taken_back_when_the_source_has_none_left()
    {
        using Caches caches = new(new Allocator(64));
        using Cache first = caches.Create();
        using Cache second = caches.Create();
        using Cache third = caches.Create();
        Assert.True(first.TryAllocate(out int one));
        Assert.True(second.TryAllocate(out int two));

        // 62 of 64 are idle, half of them in either cache, and the source has none.
        List<int> taken = [one, two];
        for (int round = 0; round < 31; round++)
        {
            Assert.True(third.TryAllocate(out int id));
            taken.Add(id);
            Assert.True(caches.TryAllocate(out id));
            taken.Add(id);
        }

        Assert.Equal(Enumerable.Range(1, 64), taken.Order());
        Assert.False(third.TryAllocate(out _));
        Assert.False(first.TryAllocate(out _));
        Assert.False(caches.TryAllocate(out _));
        second.Free(taken[40]);
        Assert.True(first.TryAllocate(out int last));
        Assert.Equal(taken[40], last);
    }

    [Fact]
    public void No_id_is_held_twice_or_lost_when_threads_with_caches_contend_for_few()
    {
        const int Threads = 4;
        const int Rounds = 20_000;
        const int MaxId = 20;
        Allocator ids = new(MaxId);
        using Caches caches = new(ids);
        int[] holders = new int[MaxId + 1];
        int clashes = 0;
        int empty = 0;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            using Cache cache = caches.Create(capacity: 8);
            IRmapIds own = thread == 0 ? caches : cache;
            Queue<int> mine = [];
            for (int round = 0; round < Rounds; round++)
            {
                if (mine.Count < MaxId / Threads && round % 3 != 0)
                {
                    if (!own.TryAllocate(out int id))
                    {
                        Interlocked.Increment(ref empty);
                        continue;
                    }

                    if (Interlocked.Increment(ref holders[id]) != 1)
                    {
                        Interlocked.Increment(ref clashes);
                    }

                    mine.Enqueue(id);
                }
                else if (mine.TryDequeue(out int id))
                {
                    Interlocked.Decrement(ref holders[id]);
                    own.Free(id);
                }
            }

            foreach (int id in mine)
            {
                Interlocked.Decrement(ref holders[id]);
                own.Free(id);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, clashes);
        Assert.Equal(MaxId, ids.FreeCount);
        Assert.True(empty < Rounds, $"{empty} of {Threads * Rounds} allocations found nothing");
    }

    private static List<int> Drain(Cache cache)
    {
        List<int> drained = [];
        while (cache.TryAllocate(out int id))
        {
            drained.Add(id);
        }

        return drained;
    }
}
