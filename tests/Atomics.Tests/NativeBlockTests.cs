using System.Runtime.CompilerServices;

namespace Atomics.Tests;

public sealed class NativeBlockTests
{
    [Fact]
    public unsafe void A_block_is_zeroed_and_aligned_to_a_pair_of_lines()
    {
        using NativeBlock block = new(1000);
        Assert.Equal(0, (nint)block.Start % 128);
        Assert.True(new ReadOnlySpan<byte>(block.Start, 1000).IndexOfAnyExcept((byte)0) < 0, "every byte is zero");
    }

    [Theory]
    [InlineData(-8)]
    [InlineData(4)]
    [InlineData(96)]
    public void A_word_outside_or_askew_is_refused(long offsetBytes)
    {
        using NativeBlock block = new(96);
        Assert.Throws<ArgumentOutOfRangeException>(() => block.Word64(offsetBytes) = 1);
    }

    [Fact]
    public void Words_keep_their_values_side_by_side()
    {
        using NativeBlock block = new(16);
        block.Word64(0) = -1;
        block.Word32(8) = 7;
        block.Word32(12) = 9;
        Assert.Equal((-1L, 7, 9), (block.Word64(0), block.Word32(8), block.Word32(12)));
    }

    [Fact]
    public void A_disposed_block_is_refused()
    {
        NativeBlock block = new(8);
        block.Dispose();
        Assert.Throws<ObjectDisposedException>(() => block.Word64(0) = 1);
    }

    [Fact]
    public unsafe void A_block_that_nobody_disposed_stays_where_it_is_and_is_reported()
    {
        long blocks = NativeLeaks.Blocks;
        long bytes = NativeLeaks.Bytes;
        long* word = Leak(sizeBytes: 1 << 20);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.InRange(NativeLeaks.Blocks, blocks + 1, long.MaxValue);
        Assert.InRange(NativeLeaks.Bytes, bytes + (1 << 20), long.MaxValue);
        Assert.Equal(77, *word);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe long* Leak(long sizeBytes)
    {
        NativeBlock block = new(sizeBytes);
        block.Word64(0) = 77;
        return (long*)block.Start;
    }

    [Fact]
    public void An_empty_block_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NativeBlock(0));
}
