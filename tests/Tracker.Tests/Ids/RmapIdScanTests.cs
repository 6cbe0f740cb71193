using Allocator = Tracker.Ids.RmapIdAllocator<Tracker.Tests.ScriptedMemory, Tracker.Ids.AtomicBitClaim>;

namespace Tracker.Tests.Ids;

/// <summary>
/// What a thread that takes an rmap ID does when others come between, by hand: before a swap or with a read.
/// </summary>
public sealed unsafe class RmapIdScanTests : IDisposable
{
    private const int FreeCount = 0;
    private const int FirstWord = 2;

    public void Dispose()
    {
        ScriptedMemory.OnRead(null);
        ScriptedMemory.OnPause(null);
        ScriptedMemory.BeforeSwap(null);
    }

    /// <summary>As the canary <c>id-scan-never-wraps</c> does not.</summary>
    [Fact]
    public void A_scan_that_finds_nothing_behind_the_hint_starts_over_at_the_first_word()
    {
        using Allocator ids = new(130);
        Take(ids, 129);
        nint first = ids.WordAddresses[FirstWord];
        nint last = ids.WordAddresses[^1];
        int pauses = 0;
        ScriptedMemory.OnPause(() => Assert.Equal(1, ++pauses));
        ScriptedMemory.OnRead((address, found) =>
        {
            if (address != last)
            {
                return found;
            }

            // Before this look somebody else has freed ID 5 and taken ID 130.
            ScriptedMemory.OnRead(null);
            *(long*)first &= ~(1L << 5);
            return *(long*)last = -1;
        });
        Assert.True(ids.TryAllocate(out int id));
        Assert.Equal((5, 1), (id, pauses));
    }

    [Theory]
    [InlineData(FreeCount)]
    [InlineData(FirstWord)]
    public void One_whose_swap_fails_because_somebody_was_faster_takes_the_next_id(int word)
    {
        using Allocator ids = new(10);
        Before(ids.WordAddresses[word], () => Take(ids, 1));
        Assert.True(ids.TryAllocate(out int id));
        Assert.Equal((2, 8), (id, ids.FreeCount));
    }

    [Fact]
    public void One_whose_last_id_is_taken_before_its_swap_goes_empty()
    {
        using Allocator ids = new(1);
        Before(ids.WordAddresses[FreeCount], () => Take(ids, 1));
        Assert.False(ids.TryAllocate(out int id));
        Assert.Equal((RmapId.Dummy, 0), (id, ids.FreeCount));
    }

    private static void Take(Allocator ids, int count)
    {
        for (int taken = 0; taken < count; taken++)
        {
            Assert.True(ids.TryAllocate(out _));
        }
    }

    /// <summary>Before the first swap of a word alone: the step itself may swap it.</summary>
    private static void Before(nint word, Action step) =>
        ScriptedMemory.BeforeOneSwap(step, address => address == word);
}
