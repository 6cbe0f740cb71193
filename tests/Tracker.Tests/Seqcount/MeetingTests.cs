using Tracker.Seqcount;

namespace Tracker.Tests.Seqcount;

/// <summary>
/// What writers do that meet, by hand: one thread, where the other writer takes its step at a pause, before a swap or
/// behind a read.
/// </summary>
public sealed class MeetingTests : IDisposable
{
    private const long Before = 7;
    private long _word;
    private int _pauses;

    public void Dispose()
    {
        ScriptedMemory.OnPause(null);
        ScriptedMemory.OnRead(null);
        ScriptedMemory.BeforeSwap(null);
    }

    [Fact]
    public void One_that_meets_an_exclusive_writer_waits_for_its_end_and_shares()
    {
        HandOver<ExclusiveSeqcount<Stamped>>();
        HandOver<AddReturnSeqcount<Stamped>>();
        HandOver<TwoWordSeqcount<Stamped>>();
    }

    [Fact]
    public void Shared_writers_wait_for_nobody_and_the_next_after_them_is_alone_again()
    {
        Share<ExclusiveSeqcount<Stamped>>();
        Share<AddReturnSeqcount<Stamped>>();
        Share<TwoWordSeqcount<Stamped>>();
        Share<PatientSeqcount<Stamped>>();
    }

    [Fact]
    public void Writers_of_protocol_shared_are_never_alone()
    {
        Start<SharedSeqcount<Stamped>>();
        Assert.False(Begin<SharedSeqcount<Stamped>>());
        Assert.False(Begin<SharedSeqcount<Stamped>>());
        Assert.Equal(2, _word & SequenceWord.SharedMask);
        Assert.Equal((8, 9), (End<SharedSeqcount<Stamped>>(false), End<SharedSeqcount<Stamped>>(false)));
        AssertIdle<SharedSeqcount<Stamped>>(9);
    }

    [Fact]
    public void One_whose_swap_fails_shares()
    {
        SwapFails<ExclusiveSeqcount<Stamped>>();
        SwapFails<TwoWordSeqcount<Stamped>>();
    }

    [Fact]
    public void A_contender_that_finds_another_one_after_its_add_backs_off_and_waits()
    {
        Start<AddReturnSeqcount<Stamped>>();
        Assert.True(Begin<AddReturnSeqcount<Stamped>>());
        ScriptedMemory.OnRead((_, _) => SequenceWord.Idle<AddReturnSeqcount<Stamped>>(Before));
        EndAtPause<AddReturnSeqcount<Stamped>>(2);
        Assert.False(Begin<AddReturnSeqcount<Stamped>>());
        Assert.Equal((2, 1), (_pauses, _word & AddReturnSeqcount<Stamped>.Format.WritersMask));
        Assert.Equal(9, End<AddReturnSeqcount<Stamped>>(false));
        AssertIdle<AddReturnSeqcount<Stamped>>(9);
    }

    [Fact]
    public void One_that_finds_a_shared_writer_after_it_took_the_bit_gives_it_back()
    {
        GiveBack<TwoWordSeqcount<Stamped>>();
        GiveBack<PatientSeqcount<Stamped>>();
    }

    [Theory]
    [InlineData(1, 16, true)]
    [InlineData(20, 32, true)]
    [InlineData(256, 256, true)]
    [InlineData(257, 257, false)]
    [InlineData(300, 300, false)]
    public void A_patient_writer_looks_after_every_16_pauses_and_shares_after_256(int end, int pauses, bool isAlone)
    {
        Start<PatientSeqcount<Stamped>>();
        Assert.True(Begin<PatientSeqcount<Stamped>>());
        EndAtPause<PatientSeqcount<Stamped>>(end);
        Assert.Equal((isAlone, pauses), (Begin<PatientSeqcount<Stamped>>(), _pauses));
        Assert.Equal(9, End<PatientSeqcount<Stamped>>(isAlone));
        AssertIdle<PatientSeqcount<Stamped>>(9);
    }

    [Fact]
    public void Without_stamps_sections_count_the_same_and_return_0()
    {
        Unstamp<SharedSeqcount<Unstamped>>();
        Unstamp<ExclusiveSeqcount<Unstamped>>();
        Unstamp<AddReturnSeqcount<Unstamped>>();
        Unstamp<TwoWordSeqcount<Unstamped>>();
        Unstamp<PatientSeqcount<Unstamped>>();
    }

    private void HandOver<T>() where T : struct, ISeqcount
    {
        Start<T>();
        Assert.True(Begin<T>());
        EndAtPause<T>(3);
        Assert.False(Begin<T>());
        Assert.Equal(3, _pauses);
        Assert.Equal(9, End<T>(false));
        AssertIdle<T>(9);
    }

    private void Share<T>() where T : struct, ISeqcount
    {
        Start<T>();
        Assert.True(Begin<T>());
        EndAtPause<T>(300);
        Assert.False(Begin<T>());
        Assert.Equal(300, _pauses);
        ScriptedMemory.OnPause(null);
        Assert.False(Begin<T>());
        Assert.Equal((9, 10), (End<T>(false), End<T>(false)));
        Assert.True(Begin<T>());
        Assert.NotEqual(0, _word & T.Format.WritersMask);
        Assert.Equal(11, End<T>(true));
        AssertIdle<T>(11);
    }

    private void GiveBack<T>() where T : struct, ISeqcount
    {
        Start<T>();
        ScriptedMemory.BeforeOneSwap(() => TwoWordSeqcount<Stamped>.Share<ScriptedMemory>(ref _word));
        Assert.False(Begin<T>());
        Assert.Equal((0, 2), (SequenceHalves.Upper(ref _word) & 1, SequenceHalves.Lower(ref _word)));
        Assert.Equal((8, 9), (End<T>(false), End<T>(false)));
        AssertIdle<T>(9);
    }

    private void SwapFails<T>() where T : struct, ISeqcount
    {
        Start<T>();
        ScriptedMemory.BeforeOneSwap(() => Assert.True(Begin<T>()));
        EndAtPause<T>(1);
        Assert.False(Begin<T>());
        Assert.Equal((1, 9L), (_pauses, End<T>(false)));
        AssertIdle<T>(9);
    }

    private void Unstamp<T>() where T : struct, ISeqcount
    {
        Start<T>();
        bool isAlone = Begin<T>();
        Assert.Equal(0, End<T>(isAlone));
        AssertIdle<T>(8);
        isAlone = Begin<T>();
        EndAtPause<T>(300, isAlone);
        bool isSecondAlone = Begin<T>();
        if (_pauses == 0)
        {
            Assert.Equal(0, End<T>(isAlone));
        }

        Assert.False(isSecondAlone);
        Assert.Equal(0, End<T>(isSecondAlone));
        AssertIdle<T>(10);
    }

    private void Start<T>() where T : struct, ISeqcount
    {
        Dispose();
        _pauses = 0;
        _word = SequenceWord.Idle<T>(Before);
    }

    private bool Begin<T>() where T : struct, ISeqcount => T.WriteBegin<ScriptedMemory>(ref _word);

    private long End<T>(bool isAlone) where T : struct, ISeqcount => T.WriteEnd<ScriptedMemory>(ref _word, isAlone);

    /// <summary>The writer that is inside leaves at a pause of the other one, its numbers counted from 1.</summary>
    private void EndAtPause<T>(int pause, bool isAlone = true) where T : struct, ISeqcount =>
        ScriptedMemory.OnPause(() =>
        {
            if (++_pauses == pause)
            {
                End<T>(isAlone);
            }

            Assert.InRange(_pauses, 1, 1000);
        });

    private void AssertIdle<T>(long number) where T : struct, ISeqcount =>
        Assert.Equal(SequenceWord.Idle<T>(number), _word);
}
