using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;

namespace Tracker.Tests.Reading;

/// <summary>
/// What a reader does with a section that comes in between, by hand: one thread, each step in its place.
/// </summary>
public sealed unsafe class ReadersTests
{
    private static long Mask => SharedSeqcount<Stamped>.Format.WritersMask;

    [Fact]
    public void A_snapshot_has_the_sums_of_the_sub_ids_and_zeros_behind_them()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 3);
        Snapshot snapshot = SnapshotReader<HardwareMemory, BarrierRead>.Read(folio, Mask, out int retries);
        Assert.Equal((0, 3, 1L), (retries, snapshot.Mapcount, snapshot.Word >>> 16));
        SubIdClass subIds = world.Scheme.ClassOf(9);
        for (int value = 0; value < FolioState.MaxValues; value++)
        {
            long expected = value < subIds.Values ? 3 * subIds.Generate(subIds.Chunk(mm.RmapId, value)) : 0;
            Assert.Equal(expected, snapshot.Values[value]);
        }
    }

    [Fact]
    public void A_section_in_between_is_seen_by_the_recheck_of_snapshot_decision_and_reuse()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 1);
        folio.State->References--;
        Assert.Equal(ReadResult.Changed, SnapshotReader<HardwareMemory, Interrupted>.TryRead(folio, Mask, out _));
        Assert.False(SnapshotReader<HardwareMemory, Interrupted>.TryRead(folio, Mask, 3, out _, out int retries));
        Assert.Equal(3, retries);
        Assert.Equal(ReuseAnswer.Changed, ReuseReader<HardwareMemory, Interrupted>.Decide(folio, mm, Mask).Answer);
        Decision decision = SharingReader<HardwareMemory, Interrupted>.Decide(folio, mm, Mask, 2);
        Assert.Equal((Sharing.MaybeShared, false, 2), (decision.Answer, decision.Rechecked, decision.Retries));
    }

    [Fact]
    public void A_reader_pauses_after_each_try_and_goes_on_when_the_writer_has_left()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 1);
        int pauses = 0;
        EnterUntilPause(2);
        Assert.Equal(1, SnapshotReader<ScriptedMemory, BarrierRead>.Read(folio, Mask, out int retries).Mapcount);
        Assert.Equal((2, 2), (retries, pauses));
        EnterUntilPause(2);
        Assert.True(
            SnapshotReader<ScriptedMemory, BarrierRead>.TryRead(folio, Mask, 5, out Snapshot seen, out retries));
        Assert.Equal((2, 2, 1), (retries, pauses, seen.Mapcount));
        EnterUntilPause(int.MaxValue);
        Assert.False(SnapshotReader<ScriptedMemory, BarrierRead>.TryRead(folio, Mask, 4, out _, out retries));
        Assert.Equal((4, 4), (retries, pauses));
        pauses = 0;
        Assert.Equal(Sharing.MaybeShared, SharingReader<ScriptedMemory, BarrierRead>.Decide(folio, mm, Mask, 4).Answer);
        Assert.Equal(4, pauses);
        ScriptedMemory.OnPause(null);

        void EnterUntilPause(int last)
        {
            folio.State->Sequence++;
            pauses = 0;
            ScriptedMemory.OnPause(() => folio.State->Sequence -= ++pauses == last ? 1 : 0);
        }
    }

    [Fact]
    public void An_unmapped_folio_is_told_from_the_mapcount_alone()
    {
        using TrackerWorld world = new();
        Decision decision = TrackerWorld.Shared.Decide(world.NewFolio(9), world.NewMm(), 1);
        Assert.Equal((Sharing.Unmapped, false), (decision.Answer, decision.Rechecked));
    }

    [Fact]
    public void Two_words_are_both_rechecked()
    {
        AssertRechecks<TwoWordBarrierRead>();
        AssertRechecks<TwoWordAcquireRead>();

        static void AssertRechecks<TRead>() where TRead : struct, ISnapshotRead
        {
            long sequence = 7L << SequenceHalves.Bits;
            long word = TRead.Begin<HardwareMemory>(ref sequence);
            Assert.False(TRead.MustRetry<HardwareMemory>(ref sequence, word));
            sequence++;
            Assert.True(TRead.MustRetry<HardwareMemory>(ref sequence, word));
            sequence = 8L << SequenceHalves.Bits;
            Assert.True(TRead.MustRetry<HardwareMemory>(ref sequence, word));
        }
    }

    /// <summary>A whole section comes and goes between the read of the mapcount and the recheck.</summary>
    private readonly struct Interrupted : ISnapshotRead
    {
        public static long Begin<TMemory>(ref long sequence)
            where TMemory : struct, IMemory => BarrierRead.Begin<TMemory>(ref sequence);

        public static bool IsIdle(long word, long writersMask) => BarrierRead.IsIdle(word, writersMask);

        public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory =>
            BarrierRead.Read<TMemory>(ref location);

        public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory =>
            BarrierRead.Read<TMemory>(ref location);

        public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
        {
            sequence += 1 << 16;
            return BarrierRead.MustRetry<TMemory>(ref sequence, word);
        }
    }
}
