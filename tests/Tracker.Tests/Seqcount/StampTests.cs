using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Tracker.Tests.Seqcount;

public sealed class StampTests
{
    [Fact]
    public void Stamps_number_the_sections_from_one_on()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            Folio folio = world.NewFolio(9);
            AddressSpace mm = world.NewMm();
            Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(_ => tracking.Map(folio, mm, 0, 1)));
            Assert.Equal(4, tracking.Unmap(folio, mm, 0, 3, out _));
        }
    }

    [Fact]
    public void The_fields_have_the_widths_of_patches_06_16_and_18()
    {
        Assert.Equal(48, SequenceWord.NumberBits<SharedSeqcount<Stamped>>());
        Assert.Equal(47, SequenceWord.NumberBits<ExclusiveSeqcount<Stamped>>());
        Assert.Equal(32, SequenceWord.NumberBits<AddReturnSeqcount<Stamped>>());
        Assert.Equal(31, SequenceWord.NumberBits<TwoWordSeqcount<Stamped>>());
        Assert.Equal(0xFFFF, SharedSeqcount<Stamped>.Format.WritersMask);
        Assert.Equal(0x1_FFFF, ExclusiveSeqcount<Stamped>.Format.WritersMask);
        Assert.Equal(0xFFFF_FFFF, AddReturnSeqcount<Stamped>.Format.WritersMask);
        Assert.Equal(0x1_FFFF_FFFF, TwoWordSeqcount<Stamped>.Format.WritersMask);
        Assert.Equal(32768, SharedSeqcount<Stamped>.MaxWriters);
        Assert.Equal(32768, ExclusiveSeqcount<Stamped>.MaxWriters);
        Assert.Equal(32768, AddReturnSeqcount<Stamped>.MaxWriters);
        Assert.Equal(1 << 30, TwoWordSeqcount<Stamped>.MaxWriters);
        Assert.Equal(1 << 30, PatientSeqcount<Stamped>.MaxWriters);
    }

    [Fact]
    public void Stamps_wrap_to_zero_at_the_width_of_the_sequence()
    {
        AssertWraps<SharedSeqcount<Stamped>, BarrierRead>(bits: 48);
        AssertWraps<ExclusiveSeqcount<Stamped>, BarrierRead>(bits: 47);
        AssertWraps<AddReturnSeqcount<Stamped>, BarrierRead>(bits: 32);
        AssertWraps<TwoWordSeqcount<Stamped>, TwoWordBarrierRead>(bits: 31);
    }

    private static void AssertWraps<TSeqcount, TRead>(int bits)
        where TSeqcount : struct, ISeqcount
        where TRead : struct, ISnapshotRead
    {
        RmapTracking<HardwareMemory, WriteSection<TSeqcount>, TRead> tracking = default;
        using TrackerWorld world = new(tracking: tracking);
        long last = (1L << bits) - 1;
        Assert.Equal(last, SequenceWord.Number<TSeqcount>(SequenceWord.Idle<TSeqcount>(last)));
        Folio folio = world.NewFolio(9, SequenceWord.Idle<TSeqcount>(last - 1));
        AddressSpace mm = world.NewMm();
        Assert.Equal([last, 0, 1], Enumerable.Range(0, 3).Select(_ => tracking.Map(folio, mm, 0, 1)));
        Assert.Equal(ReadResult.Accepted, tracking.TryRead(folio, out Snapshot snapshot));
        Assert.Equal((3, 1), (snapshot.Mapcount, SequenceWord.Number<TSeqcount>(snapshot.Word)));
    }
}
