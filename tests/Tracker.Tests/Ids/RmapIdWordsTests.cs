using Atomics;
using Tracker.Ids;
using Allocator = Tracker.Ids.RmapIdAllocator<Tracker.Tests.ScriptedMemory, Tracker.Ids.AtomicBitClaim>;
using Caches = Tracker.Ids.RmapIdCaches<Tracker.Tests.ScriptedMemory>;

namespace Tracker.Tests.Ids;

/// <summary>
/// The words behind the rmap IDs, by hand: what another thread does comes before a swap or with a read.
/// </summary>
public sealed unsafe class RmapIdWordsTests : IDisposable
{
    private const int Word = 64;

    public void Dispose()
    {
        ScriptedMemory.OnRead(null);
        ScriptedMemory.BeforeSwap(null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(100)]
    public void The_dummy_and_what_lies_past_the_largest_id_count_as_handed_out(int maxId)
    {
        using Allocator ids = new(maxId);
        nint[] words = [.. ids.WordAddresses];
        Assert.Equal(2 + (maxId / Word) + 1, words.Length);
        for (int bit = 0; bit < (words.Length - 2) * Word; bit++)
        {
            bool isSet = ((*(long*)(words[2] + (bit / Word * sizeof(long))) >> (bit % Word)) & 1) != 0;
            Assert.Equal((bit, bit == 0 || bit > maxId), (bit, isSet));
        }

        Assert.All(words.Skip(2), (address, index) => Assert.Equal(words[2] + (index * sizeof(long)), address));
        Assert.InRange(ids.SizeBytes, (words.Length - 2) * sizeof(long) + (2 * NativeBlock.AlignmentBytes), 1000);
    }

    [Fact]
    public void Ids_out_of_range_are_refused_by_whoever_is_asked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Allocator(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Allocator(RmapId.Max + 1));
        using Caches caches = new(new Allocator(100));
        foreach (int id in (int[])[-1, 0, 101])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => caches.IsHandedOut(id));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => caches.Create(capacity: 1));
    }

    [Fact]
    public void A_source_that_was_disposed_is_used_no_more()
    {
        Allocator ids = new(100);
        Caches caches = new(ids);
        caches.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ids.TryAllocate(out _));
        Assert.Throws<ObjectDisposedException>(() => ids.IsHandedOut(1));
        Assert.Throws<ObjectDisposedException>(() => ids.FreeCount);
        caches = new(new Permissive());
        caches.Dispose();
        Assert.Throws<ObjectDisposedException>(() => caches.Free(1));
    }

    [Fact]
    public void A_scan_leaves_the_hint_where_it_found_an_id()
    {
        using Allocator ids = Taken(1000, count: 300);
        Assert.Equal(300 / Word, Hint(ids));
    }

    [Fact]
    public void A_free_goes_on_lowering_the_hint_from_where_another_one_left_it()
    {
        using Allocator ids = Taken(1000, count: 300);
        nint hint = ids.WordAddresses[1];
        Before(hint, () => ids.Free(130));
        ids.Free(5);
        Assert.Equal(0, Hint(ids));
    }

    [Fact]
    public void A_scan_does_not_raise_the_hint_that_a_free_has_lowered_meanwhile()
    {
        using Allocator ids = Taken(1000, count: 255);
        Before(ids.WordAddresses[1], () => ids.Free(5));
        Assert.True(ids.TryAllocate(out int first));
        Assert.Equal(0, Hint(ids));
        Assert.True(ids.TryAllocate(out int second));
        Assert.Equal((256, 5), (first, second));
    }

    [Fact]
    public void A_cache_is_filled_to_half_with_its_first_id_and_gives_half_back_when_it_is_full()
    {
        Allocator ids = new(100);
        using Caches caches = new(ids);
        using RmapIdCache<ScriptedMemory> cache = caches.Create(capacity: 16);
        int[] taken = [.. Enumerable.Range(0, 20).Select(_ => cache.TryAllocate(out int id) ? id : 0)];
        Assert.Equal(Enumerable.Range(1, 20), taken);
        Assert.Equal(100 - 24, ids.FreeCount);
        Array.ForEach(taken[..12], cache.Free);
        Assert.Equal(100 - 24, ids.FreeCount);
        cache.Free(taken[12]);
        Assert.Equal(100 - 24 + 8, ids.FreeCount);
    }

    [Fact]
    public void An_id_that_a_cache_keeps_is_not_handed_out()
    {
        using Caches caches = new(new Allocator(64));
        using RmapIdCache<ScriptedMemory> cache = caches.Create();
        Assert.True(cache.TryAllocate(out int id));
        Assert.True(caches.IsHandedOut(id));
        cache.Free(id);
        Assert.Equal((false, false), (caches.IsHandedOut(id), caches.IsHandedOut(64)));
    }

    [Fact]
    public void The_largest_id_freed_twice_is_found_and_a_number_below_0_is_none()
    {
        using Caches caches = new(new Allocator(63));
        using RmapIdCache<ScriptedMemory> cache = caches.Create(capacity: 200);
        Assert.True(cache.TryAllocate(out _));
        Assert.False(caches.IsHandedOut(63));
        Assert.Throws<InvalidOperationException>(() => caches.Free(63));
        Assert.Throws<ArgumentOutOfRangeException>(() => caches.Free(-1));
    }

    /// <summary>Whoever is faster has taken ID 2 between the look at the word and the step that takes.</summary>
    [Fact]
    public void One_that_takes_back_passes_over_an_id_that_somebody_else_was_faster_to_take()
    {
        using Caches caches = new(new Allocator(64));
        IReadOnlyList<nint> words = caches.WordAddresses;
        Assert.Equal([words[0], words[0] + sizeof(long)], words);
        while (caches.TryAllocate(out _))
        {
            // Until none is left.
        }

        using RmapIdCache<ScriptedMemory> cache = caches.Create();
        cache.Free(3);
        cache.Free(5);
        ScriptedMemory.OnRead((address, found) => address == words[0] ? found | (1L << 2) : found);
        Assert.Equal([3, 5, RmapId.Dummy],
            Enumerable.Range(0, 3).Select(_ => caches.TryAllocate(out int id) ? id : id));
    }

    [Fact]
    public void Caches_refuse_ids_out_of_range_over_any_source()
    {
        using Caches caches = new(new Permissive());
        using RmapIdCache<ScriptedMemory> cache = caches.Create();
        Assert.Throws<ArgumentOutOfRangeException>(() => cache.Free(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => cache.Free(101));
    }

    private static Allocator Taken(int maxId, int count)
    {
        Allocator ids = new(maxId);
        for (int id = 1; id <= count; id++)
        {
            ids.TryAllocate(out _);
        }

        return ids;
    }

    private static long Hint(Allocator ids) => *(long*)ids.WordAddresses[1];

    /// <summary>Before the first swap of a word alone: the step itself may swap it.</summary>
    private static void Before(nint word, Action step) =>
        ScriptedMemory.BeforeOneSwap(step, address => address == word);

    private sealed class Permissive : IRmapIds
    {
        public int MaxId => 100;

        public bool TryAllocate(out int id) => (id = RmapId.Dummy) > 0;

        public void Free(int id)
        {
            // Whatever it is.
        }

        public bool IsHandedOut(int id) => true;

        public void Dispose()
        {
            // It keeps nothing.
        }
    }
}
