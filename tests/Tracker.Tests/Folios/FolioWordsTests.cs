using Atomics;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Tracker.Tests.Folios;

/// <summary>Which of a folio's words are written, and which are left to others.</summary>
public sealed unsafe class FolioWordsTests
{
    [Fact]
    public void A_folio_prepared_anew_forgets_what_it_was_set_with()
    {
        using TrackerWorld world = new();
        Assert.True(world.Folios.TryAllocate(out Folio folio));
        world.Folios.Prepare(folio, 9, incarnation: 1);
        TrackerWorld.Shared.Set(folio, world.NewMm(), 0, 3);
        world.Folios.Prepare(folio, 9, incarnation: 2);
        Assert.Equal((2, -1), (folio.Incarnation, folio.State->MapcountMinusOne));
        Assert.False(Values(folio).ContainsAnyExcept(0));
    }

    [Theory]
    [InlineData(SequenceLayout.OneWord, 0x1234_5678_0000_0000)]
    [InlineData(SequenceLayout.TwoWords, 0x1234_5678_0000_0000)]
    public void Preparing_writes_every_byte_of_the_sequence_and_the_values_of_the_class_alone(
        SequenceLayout layout, long idle)
    {
        using TrackerWorld world = new();
        Folio folio = world.Folios[0];
        FolioShape shape = FolioShape.Of(9, world.Scheme.ClassOf(9));
        Fill(folio, from: 0);
        folio.State->Sequence = -1;
        FolioPreparation.Prepare<HardwareMemory>(folio, shape, incarnation: 1, layout, idle);
        Assert.Equal(idle, folio.State->Sequence);
        Assert.Equal([0, 0, 0, 0, 7, 7, 7, 7], Values(folio).ToArray());
    }

    /// <summary>
    /// What lies there is a tail page's own, and the sub-IDs that lie there are those of another class.
    /// </summary>
    [Fact]
    public void Words_behind_the_values_of_the_class_are_neither_written_nor_read()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            AddressSpace mm = world.NewMm();
            Assert.True(world.Folios.TryAllocate(out Folio folio));
            world.Folios.Prepare(folio, 9, incarnation: 1);
            Fill(folio, from: folio.Shape.ValueCount);
            tracking.Set(folio, mm, 0, 2);
            world.Folios.Publish(folio, references: 2);
            tracking.Map(folio, mm, 0, 3);
            Assert.Equal([7, 7, 7, 7], Values(folio)[4..].ToArray());
            Assert.Equal(ReadResult.Accepted, tracking.TryRead(folio, out Snapshot snapshot));
            Assert.False(((ReadOnlySpan<long>)snapshot.Values)[4..].ContainsAnyExcept(0));
            Assert.Equal(Sharing.Exclusive, tracking.Decide(folio, mm, 1).Answer);
        }
    }

    /// <summary>A writer stays inside, so that this one cannot be alone: it leaves in the way it came in.</summary>
    [Fact]
    public void A_section_beside_a_shared_writer_counts_itself_and_leaves_the_other_one_inside()
    {
        Beside<SharedSeqcount<Stamped>>();
        Beside<ExclusiveSeqcount<Stamped>>();
        Beside<AddReturnSeqcount<Stamped>>();
        Beside<TwoWordSeqcount<Stamped>>();

        static void Beside<T>() where T : struct, ISeqcount
        {
            using TrackerWorld world =
                new(tracking: default(RmapTracking<HardwareMemory, WriteSection<T>, BarrierRead>));
            Folio folio = world.NewFolio(9);
            long* subIds = world.NewMm().SubIdsFor<HardwareMemory>(folio);
            folio.State->Sequence = SequenceWord.Idle<T>(5) + 1;
            Fill(folio, from: 4);
            Assert.Equal(6, WriteSection<T>.Apply<HardwareMemory>(folio, subIds, 3));
            Assert.Equal(SequenceWord.Idle<T>(6) + 1, folio.State->Sequence);
            Assert.Equal([3 * subIds[0], 3 * subIds[3], 7, 7], new[]
            {
                folio.State->Values[0], folio.State->Values[3], folio.State->Values[4], folio.State->Values[5],
            });
        }
    }

    [Fact]
    public void In_a_model_no_word_is_looked_at_that_the_class_does_not_use()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        Fill(folio, from: 4);
        Assert.Equal(FolioDefect.None, FolioInspection.InspectTails<ScriptedMemory>(folio));
        Assert.Equal(FolioDefect.TailLeft, FolioInspection.InspectTails<PerturbedMemory>(folio));
    }

    private static ReadOnlySpan<long> Values(Folio folio) => new(folio.State->Values, FolioState.MaxValues);

    private static void Fill(Folio folio, int from) =>
        new Span<long>(folio.State->Values, FolioState.MaxValues)[from..].Fill(7);
}
