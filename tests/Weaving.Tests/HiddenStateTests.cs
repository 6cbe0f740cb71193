using System.Diagnostics.CodeAnalysis;
using Exploration;
using Weaving;

namespace WeavingTests;

/// <summary>
/// Loops whose failed turns leave something behind, each where it is easy to overlook: such a turn must not be cut.
/// </summary>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Actors are members of the state.")]
public static class HiddenStateTests
{
    /// <summary>
    /// More turns than an execution has events, and than most loops are watched for. The checker takes a time that
    /// grows with its square.
    /// </summary>
    private const int Many = 1_100;

    public static TheoryData<string, CodeCheck> LoopsThatGiveUp => new()
    {
        { "a local variable", Check.Class<InLocal>() },
        { "a variable of the caller", Check.Class<InCaller>() },
        { "a struct that counts by itself", Check.Class<InStruct>() },
        { "a ref struct of the caller", Check.Class<InRefStruct>() },
        { "a variable of the caller of a loop that ends", Check.Class<AroundLoop>() },
        { "a variable that a finally block sets from another", Check.Class<InFinally>() },
        { "a variable that is only read behind a switch", Check.Class<BehindSwitch>() },
    };

    [Theory]
    [MemberData(nameof(LoopsThatGiveUp))]
    public static void A_loop_that_gives_up_is_no_wait_wherever_it_counts(string where, CodeCheck check)
    {
        Assert.NotEmpty(where);
        Assert.Equal(ExplorationVerdict.Inconclusive, check.Explore(Model.Sc).Verdict);
    }

    [Fact]
    public static void What_a_failed_turn_remembers_is_seen() =>
        Check.Class<Remembers>().Passes(Model.Sc).Sometimes("Wait=0", Model.Sc).Sometimes("Wait=1", Model.Sc);

    [Fact]
    public static void What_a_failed_turn_leaves_with_the_caller_is_seen() =>
        Check.Class<RemembersForCaller>().Passes(Model.Sc).Sometimes("Wait=0", Model.Sc).Sometimes("Wait=1", Model.Sc);

    [Fact]
    public static void A_lock_that_is_entered_once_more_in_each_turn_is_never_left() => Assert.Contains(
        Check.Class<EntersAgain>().Explore(Model.Sc).Violations,
        violation => violation.StartsWith("Never ends", StringComparison.Ordinal));

    [Fact]
    public static void An_object_of_each_turn_is_another_one() =>
        Check.Class<MakesObjects>().Sometimes("Wait=0", Model.Sc).Sometimes("Wait=1", Model.Sc);

    [Fact]
    public static void A_wait_that_leaves_nothing_behind_is_proved() =>
        Check.Class<Plain>().Passes(Model.Sc, Model.Tso, Model.Dotnet).Never("Wait=0");

    /// <summary>Nobody raises its flag: a loop that is taken for a wait never ends.</summary>
    internal class Waiter
    {
        protected volatile int Flag;
    }

    internal class Raised : Waiter
    {
        [Actor]
        public void Raise() => Flag = 1;
    }

    internal sealed class Plain : Raised
    {
        [Actor]
        public int Wait()
        {
            int seen;
            do
            {
                seen = Flag;
            }
            while (seen == 0);
            return seen;
        }
    }

    internal sealed class InLocal : Waiter
    {
        [Actor]
        public int Wait()
        {
            for (int turns = 0; Flag == 0; turns++)
            {
                if (turns == Many)
                {
                    return -1;
                }
            }

            return 1;
        }
    }

    internal sealed class InCaller : Waiter
    {
        [Actor]
        public int Wait()
        {
            int turns = 0;
            return Goes(ref turns) ? turns & 0 : -1;
        }

        private bool Goes(ref int turns)
        {
            while (Flag == 0)
            {
                if (++turns == Many)
                {
                    return false;
                }
            }

            return true;
        }
    }

    internal struct Backoff
    {
        private int _turns;

        public bool Goes() => ++_turns < Many;
    }

    internal sealed class InStruct : Waiter
    {
        [Actor]
        public int Wait()
        {
            Backoff backoff = default;
            while (Flag == 0)
            {
                if (!backoff.Goes())
                {
                    return -1;
                }
            }

            return 1;
        }
    }

    internal ref struct Countdown
    {
        private int _left;

        public bool WaitFor(InRefStruct waiter)
        {
            while (!waiter.IsRaised)
            {
                if (++_left == Many)
                {
                    return false;
                }
            }

            return true;
        }
    }

    internal sealed class InRefStruct : Waiter
    {
        public bool IsRaised => Flag != 0;

        [Actor]
        public int Wait()
        {
            Countdown countdown = default;
            return countdown.WaitFor(this) ? 1 : -1;
        }
    }

    internal sealed class AroundLoop : Waiter
    {
        [Actor]
        public int Wait()
        {
            for (int turns = 0; turns < Many; turns++)
            {
                if (Polls())
                {
                    return 1;
                }
            }

            return -1;
        }

        private bool Polls()
        {
            int look = 0;
            do
            {
                if (Flag != 0)
                {
                    return true;
                }
            }
            while (++look < 2);
            return false;
        }
    }

    internal sealed class InFinally : Waiter
    {
        [Actor]
        public int Wait()
        {
            int turns = 0;
            while (turns < Many)
            {
                int before = turns;
                turns = 0;
                try
                {
                    if (Flag == 0)
                    {
                        continue;
                    }

                    return 1;
                }
                finally
                {
                    turns = before + 1;
                }
            }

            return -1;
        }
    }

    internal sealed class BehindSwitch : Waiter
    {
        [Actor]
        public int Wait()
        {
            int turns = 0;
        Again:
            switch (Flag)
            {
                case 0:
                    turns++;
                    if (turns < Many)
                    {
                        goto Again;
                    }

                    break;
                case 1:
                    return 1;
                case 2:
                    goto Again;
                default:
                    break;
            }

            return -1;
        }
    }

    internal sealed class Remembers : Raised
    {
        [Actor]
        public int Wait()
        {
            int failed = 0;
            while (Flag == 0)
            {
                failed = 1;
            }

            return failed;
        }
    }

    internal sealed class RemembersForCaller : Raised
    {
        [Actor]
        public int Wait()
        {
            int failed = 0;
            Go(ref failed);
            return failed;
        }

        private void Go(ref int failed)
        {
            while (Flag == 0)
            {
                failed = 1;
            }
        }
    }

    internal sealed class EntersAgain : Raised
    {
        private readonly object _gate = new();

        [Actor]
        public void Wait()
        {
            Monitor.Enter(_gate);
            while (Flag == 0)
            {
                Monitor.Enter(_gate);
            }

            Monitor.Exit(_gate);
        }

        [Actor]
        public void Enter()
        {
            Monitor.Enter(_gate);
            Monitor.Exit(_gate);
        }
    }

    internal sealed class MakesObjects : Raised
    {
        [Actor]
        public int Wait()
        {
            object? last = null;
            while (Flag == 0)
            {
                last = new object();
            }

            return last is null ? 0 : 1;
        }
    }
}
