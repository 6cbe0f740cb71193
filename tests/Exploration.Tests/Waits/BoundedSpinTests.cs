namespace Exploration.Tests.Waits;

/// <summary>Loops that give up: what comes after the last turn is seen, however many turns there are.</summary>
public class BoundedSpinTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(400)]
    public void Data_read_after_giving_up_is_refuted(int turns) => Found.Violation(
        new("flag data", words =>
        [
            _ =>
            {
                words.WritePlain("data", 1);
                words.Write("flag", 1);
            },
            registers =>
            {
                for (int turn = 0; turn < turns && words.Read("flag") == 0; turn++)
                {
                    words.Pause();
                }

                registers[0] = words.ReadPlain("data");
            },
        ])
        {
            Check = outcome => outcome.Registers[1][0] == 1 ? null : "read before it was written",
        },
        "read before it was written");

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(40)]
    public void Data_read_only_if_the_flag_was_seen_is_not(int turns) => Found.Exactly(
        new("flag data", words =>
        [
            _ =>
            {
                words.WritePlain("data", 1);
                words.Write("flag", 1);
            },
            registers => registers[0] = Spins(words, "flag", turns) ? words.ReadPlain("data") : 2,
        ]),
        "P0.r=0 P1.r=1 flag=1 data=1",
        "P0.r=0 P1.r=2 flag=1 data=1");

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void A_lock_that_is_only_tried_for_is_given_up(int turns) => Found.Exactly(
        new("lock", words =>
        [
            registers => registers[0] = Spins(words, () => words.CompareExchange("lock", 1, 0) == 0, turns) ? 1 : 0,
            registers => registers[0] = Spins(words, () => words.Exchange("lock", 1) == 0, turns) ? 1 : 0,
        ]),
        "P0.r=0 P1.r=1 lock=1",
        "P0.r=1 P1.r=0 lock=1");

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(35)]
    [InlineData(140)]
    public void A_wake_up_that_is_lost_after_spinning_is_found(int turns)
    {
        WaitScenario scenario = SpinThenPark(turns, looksAgain: false);
        Assert.All(Enum.GetValues<ModelName>(), model => Assert.Contains(
            Found.Under(model, scenario).Violations,
            violation => violation.StartsWith("Never ends: P0 ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(35)]
    public void Who_looks_again_before_parking_is_woken(int turns) => Found.Exactly(
        SpinThenPark(turns, looksAgain: true),
        "P0.r=0 P1.r=0 flag=1 parked=0 wake=0",
        "P0.r=1 P1.r=0 flag=1 parked=1 wake=0",
        "P0.r=1 P1.r=0 flag=1 parked=1 wake=1",
        "P0.r=2 P1.r=0 flag=1 parked=1 wake=1");

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(35)]
    [InlineData(60)]
    public void A_loop_that_gives_up_although_nobody_helps_passes(int turns) => Found.Exactly(
        new("flag", words => [registers => registers[0] = Spins(words, "flag", turns) ? 1 : 2]), "P0.r=2 flag=0");

    [Theory]
    [InlineData(17)]
    [InlineData(30)]
    public void Two_loops_that_give_up_pass(int turns) => Found.Exactly(
        new("x y", words =>
        [
            registers => registers[0] = Spins(words, "x", turns) ? 1 : 2,
            registers => registers[0] = Spins(words, "y", turns) ? 1 : 2,
        ]),
        "P0.r=2 P1.r=2 x=0 y=0");

    [Fact]
    public void A_loop_that_counts_its_turns_down_in_the_condition_of_a_break_gives_up() => Found.Exactly(
        new("flag", words =>
        [
            registers =>
            {
                int left = 25;
                while (true)
                {
                    if (words.Read("flag") != 0 || --left == 0)
                    {
                        break;
                    }

                    words.Pause();
                }

                registers[0] = left;
            },
        ]),
        "P0.r=0 flag=0");

    private static WaitScenario SpinThenPark(int turns, bool looksAgain) => new("flag parked wake", words =>
    [
        registers =>
        {
            if (Spins(words, "flag", turns))
            {
                return;
            }

            registers[0] = 1;
            words.Exchange("parked", 1);
            if (looksAgain && words.Read("flag") != 0)
            {
                return;
            }

            while (words.Read("wake") == 0)
            {
                words.Pause();
            }

            registers[0] = 2;
        },
        _ =>
        {
            words.Exchange("flag", 1);
            if (words.Read("parked") != 0)
            {
                words.Write("wake", 1);
            }
        },
    ]);

    private static bool Spins(IWords words, string flag, int turns) => Spins(words, () => words.Read(flag) != 0, turns);

    private static bool Spins(IWords words, Func<bool> done, int turns)
    {
        for (int turn = 0; turn < turns; turn++)
        {
            if (done())
            {
                return true;
            }

            words.Pause();
        }

        return false;
    }
}
