using Atomics;
using CsCheck;
using Runs.Workloads;
using Tracker.Ids;

namespace Runs.Tests.Workloads;

public class IdSourceTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(24)]
    public void Scattering_gives_each_ID_once_and_takes_it_back(int bits) => Gen.Int[1, 5000].Sample(
        count =>
        {
            RmapIdAllocator<HardwareMemory, AtomicBitClaim> source = new((1 << bits) - 1);
            using ScatteredIds ids = new(source);
            int[] given = [.. Enumerable.Range(0, count).Select(_ => ids.TryAllocate(out int id) ? id : 0)];
            Assert.Equal(count, given.Distinct().Count());
            Assert.All(given, id => Assert.InRange(id, 1, ids.MaxId));
            Assert.Equal(source.MaxId - count, source.FreeCount);
            Array.ForEach(given, ids.Free);
            Assert.Equal(source.MaxId, source.FreeCount);
        },
        iter: 5,
        threads: 1);

    [Fact]
    public void Scattered_IDs_have_bits_in_every_chunk()
    {
        using ScatteredIds ids = new(new RmapIdAllocator<HardwareMemory, AtomicBitClaim>());
        int all = 0;
        for (int count = 0; count < 16; count++)
        {
            ids.TryAllocate(out int id);
            all |= id;
        }

        Assert.All(Enumerable.Range(0, 4), chunk => Assert.NotEqual(0, (all >> (6 * chunk)) & 63));
    }

    [Fact]
    public void A_list_is_handed_out_until_it_is_empty()
    {
        using ListedIds ids = new([8, 1, 64], new RmapIdAllocator<HardwareMemory, AtomicBitClaim>());
        int[] given = [.. Enumerable.Range(0, 3).Select(_ => ids.TryAllocate(out int id) ? id : 0)];
        Assert.Equal([8, 1, 64], given);
        Assert.False(ids.TryAllocate(out _));
        ids.Free(1);
        Assert.True(ids.TryAllocate(out int again));
        Assert.Equal(1, again);
    }
}
