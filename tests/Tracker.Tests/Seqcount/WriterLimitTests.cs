using Atomics;
using Tracker.Seqcount;

namespace Tracker.Tests.Seqcount;

/// <summary>
/// How many writers may be inside, and that nobody leaves who is not: checks of debug builds, which leave the word as
/// it was.
/// </summary>
public sealed class WriterLimitTests
{
    private const string NotBegun = "section ended that had not begun";
    private const string TooMany = "more writers are inside than the";
    private const long Exclusive = ExclusiveSeqcount<Stamped>.ExclusiveWriter;
    private const long TwoWordExclusive = 1L << SequenceHalves.Bits;

    [Fact]
    public void The_last_writer_that_the_shared_field_allows_comes_in_and_the_next_is_found()
    {
        SkipUnlessChecked();
        Fill<SharedSeqcount<Stamped>>();
        Fill<ExclusiveSeqcount<Stamped>>();
        Fill<AddReturnSeqcount<Stamped>>();
        Fill<TwoWordSeqcount<Stamped>>();
        Fill<PatientSeqcount<Stamped>>();
    }

    [Fact]
    public void A_writer_leaves_in_the_way_it_came_in()
    {
        SkipUnlessChecked();
        foreach (bool isAlone in (bool[])[false, true])
        {
            long other = isAlone ? 1 : Exclusive;
            AssertFound<ExclusiveSeqcount<Stamped>>(NotBegun, other, isAlone);
            AssertFound<ExclusiveSeqcount<Unstamped>>(NotBegun, other, isAlone);
            AssertFound<AddReturnSeqcount<Stamped>>(NotBegun, other, isAlone);
            AssertFound<AddReturnSeqcount<Unstamped>>(NotBegun, other, isAlone);
            other = isAlone ? 1 : TwoWordExclusive;
            AssertFound<TwoWordSeqcount<Stamped>>(NotBegun, other, isAlone);
            AssertFound<PatientSeqcount<Unstamped>>(NotBegun, other, isAlone);
        }

        AssertFound<SharedSeqcount<Stamped>>(NotBegun, 0, isAlone: false);
        AssertFound<SharedSeqcount<Unstamped>>(NotBegun, 0, isAlone: false);
    }

    [Fact]
    public void One_that_leaves_more_writers_than_there_may_be_is_found()
    {
        SkipUnlessChecked();
        long word = SequenceWord.MaxSharedWriters;
        Assert.Equal(1, SharedSeqcount<Stamped>.WriteEnd<HardwareMemory>(ref word, alone: false));
        Assert.Equal(SequenceWord.MaxSharedWriters - 1, word & SequenceWord.SharedMask);
        word = SequenceWord.MaxSharedWriters + 1;
        Refusal.Contains("too many", () => SharedSeqcount<Stamped>.WriteEnd<HardwareMemory>(ref word, alone: false));
        word = TwoWordSeqcount<Stamped>.MaxWriters;
        Assert.Equal(1, TwoWordSeqcount<Stamped>.WriteEnd<HardwareMemory>(ref word, alone: false));
        word = TwoWordSeqcount<Stamped>.MaxWriters + 1;
        Refusal.Contains(NotBegun, () => TwoWordSeqcount<Stamped>.WriteEnd<HardwareMemory>(ref word, alone: false));
    }

    /// <summary>There a word holds what the model says, not what was written: only results are looked at.</summary>
    [Fact]
    public void In_a_model_no_word_is_looked_at_and_on_perturbed_hardware_as_on_the_bare_one()
    {
        SkipUnlessChecked();
        long word = 0;
        Assert.Equal(0, ExclusiveSeqcount<Unstamped>.WriteEnd<ScriptedMemory>(ref word, alone: true));
        word = 0;
        Assert.Equal(1, TwoWordSeqcount<Stamped>.WriteEnd<ScriptedMemory>(ref word, alone: false));
        word = SequenceWord.MaxSharedWriters;
        Assert.False(SharedSeqcount<Stamped>.WriteBegin<ScriptedMemory>(ref word));
        word = 0;
        Refusal.Contains(NotBegun, () => SharedSeqcount<Stamped>.WriteEnd<ScriptedMemory>(ref word, alone: false));
        word = 0;
        Refusal.Contains(NotBegun, () => SharedSeqcount<Unstamped>.WriteEnd<PerturbedMemory>(ref word, alone: false));
        Assert.Equal(0, word);
    }

    private static void Fill<T>() where T : struct, ISeqcount
    {
        long last = SequenceWord.Idle<T>(5) + T.MaxWriters;
        long word = last - 1;
        Assert.False(T.WriteBegin<HardwareMemory>(ref word));
        Assert.Equal(last, word);
        Refusal.Contains(TooMany, () => T.WriteBegin<HardwareMemory>(ref word));
    }

    private static void AssertFound<T>(string because, long word, bool isAlone) where T : struct, ISeqcount
    {
        long begun = SequenceWord.Idle<T>(5) | word;
        long found = begun;
        Refusal.Contains(because, () => T.WriteEnd<HardwareMemory>(ref found, isAlone));
        Assert.Equal(begun, found);
    }

    private static void SkipUnlessChecked() =>
        Assert.SkipUnless(TrackerWorld.IsChecked, "checked in debug builds only");
}
