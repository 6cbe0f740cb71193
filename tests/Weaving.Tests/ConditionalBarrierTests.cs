using Exploration;
using Weaving;

namespace WeavingTests;

/// <summary>
/// A barrier between a plain read and a plain write that is not there for a value which the read may see ahead of its
/// time: the write passes the read, and so causes the value.
/// </summary>
public static class ConditionalBarrierTests
{
    [Fact]
    public static void A_write_barrier_that_goes_away_lets_the_write_through() =>
        Assert.Equal(ExplorationVerdict.Violated, Check.Class<WriteBarrierAtTimes>().Explore().Verdict);

    [Fact]
    public static void So_does_an_update_that_goes_away() =>
        Assert.Equal(ExplorationVerdict.Violated, Check.Class<UpdateAtTimes>().Explore().Verdict);

    [Fact]
    public static void So_does_a_barrier_that_goes_away_with_two_reads_together() =>
        Assert.Equal(ExplorationVerdict.Violated, Check.Class<BarrierForTwo>().Explore().Verdict);

    [Fact]
    public static void A_barrier_that_stays_keeps_the_write_back() =>
        Assert.Equal(ExplorationVerdict.Passed, Check.Class<BarrierAlways>().Explore().Verdict);

    [Fact]
    public static void In_a_program_with_too_many_runs_to_look_at_it_is_no_pass() =>
        Assert.NotEqual(ExplorationVerdict.Passed, Check.Class<BesideALoop>().Explore().Verdict);

    [Fact]
    public static void In_such_a_program_a_barrier_that_stays_is_a_pass() =>
        Assert.Equal(ExplorationVerdict.Passed, Check.Class<AlwaysBesideALoop>().Explore().Verdict);

    internal class WriteBarrierAtTimes
    {
        protected int X;
        protected int Y;

        [Actor]
        public virtual int Copy() => Y = X;

        [Actor]
        public virtual int Answer()
        {
            int read = Y;
            Order(read);
            X = 1;
            return read;
        }

        [Invariant]
        public static bool Holds(int copy, int answer) => copy != 1 || answer != 1;

        protected virtual void Order(int read)
        {
            if (read != 1)
            {
                Volatile.WriteBarrier();
            }
        }
    }

    internal sealed class UpdateAtTimes : WriteBarrierAtTimes
    {
        private int _other;

        protected override void Order(int read)
        {
            if (read != 1)
            {
                Interlocked.Exchange(ref _other, 1);
            }
        }
    }

    internal sealed class BarrierAlways : WriteBarrierAtTimes
    {
        protected override void Order(int read) => Interlocked.MemoryBarrier();
    }

    internal sealed class BarrierForTwo : WriteBarrierAtTimes
    {
        private int _z;

        public override int Copy()
        {
            int read = X;
            Y = read;
            _z = read;
            return read;
        }

        protected override void Order(int read)
        {
            if (read + _z != 2)
            {
                Interlocked.MemoryBarrier();
            }
        }
    }

    internal class BesideALoop : WriteBarrierAtTimes
    {
        private int _count;

        public override int Copy()
        {
            Count();
            int read = base.Copy();
            Count();
            return read;
        }

        public override int Answer()
        {
            Count();
            int read = base.Answer();
            Count();
            return read;
        }

        private void Count()
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref _count);
            }
            while (Interlocked.CompareExchange(ref _count, seen + 1, seen) != seen);
        }
    }

    internal sealed class AlwaysBesideALoop : BesideALoop
    {
        protected override void Order(int read) => Interlocked.MemoryBarrier();
    }
}
