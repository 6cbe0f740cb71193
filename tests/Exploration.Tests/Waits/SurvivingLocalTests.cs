namespace Exploration.Tests.Waits;

/// <summary>Waits whose failed turns leave something behind in a local.</summary>
public class SurvivingLocalTests
{
    private static readonly string[] SawOneOrNot = ["P0.r=0 P1.r=0 x=2", "P0.r=1 P1.r=0 x=2"];

    [Fact]
    public void What_a_failed_turn_has_noticed_is_seen() => Found.Exactly(
        new("x", words =>
        [
            registers =>
            {
                bool sawOne = false;
                while (true)
                {
                    int value = words.Read("x");
                    if (value == 1)
                    {
                        sawOne = true;
                    }

                    if (value == 2)
                    {
                        break;
                    }

                    words.Pause();
                }

                registers[0] = sawOne ? 1 : 0;
            },
            _ => OneThenTwo(words),
        ]),
        SawOneOrNot);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(17)]
    public void That_there_were_so_many_failed_turns_and_no_more_is_seen(int turns) => Found.Exactly(
        CountingTurns(turns, most: turns + 1),
        "P0.r=0 P1.r=0 x=1",
        "P0.r=1 P1.r=0 x=1");

    [Theory]
    [InlineData(40)]
    [InlineData(47)]
    [InlineData(100)]
    [InlineData(333)]
    public void A_count_of_failed_turns_that_goes_too_far_is_no_pass(int turns) =>
        Assert.All(Enum.GetValues<ModelName>(), model => Assert.NotEqual(
            ExplorationVerdict.Passed,
            Explorer.Explore(
                CountingTurns(turns, most: int.MaxValue),
                new ExplorationOptions { Model = model },
                TestContext.Current.CancellationToken).Verdict));

    private static WaitScenario CountingTurns(int turns, int most) => new("x", words =>
    [
        registers =>
        {
            int count = 0;
            while (words.Read("x") == 0)
            {
                count = Math.Min(count + 1, most);
                words.Pause();
            }

            registers[0] = count == turns ? 1 : 0;
        },
        _ => words.Write("x", 1),
    ]);

    [Fact]
    public void What_a_failed_turn_has_read_last_is_seen() => Found.Exactly(
        new("x", words =>
        [
            registers =>
            {
                for (int value = words.Read("x"); value != 2; value = words.Read("x"))
                {
                    registers[0] = value;
                    words.Pause();
                }
            },
            _ => OneThenTwo(words),
        ]),
        SawOneOrNot);

    [Fact]
    public void What_a_failed_exchange_has_taken_is_seen() => Found.Exactly(
        new("x", words =>
        [
            registers =>
            {
                int sum = 0;
                while (sum < 3)
                {
                    sum += words.Exchange("x", 0);
                    if (sum >= 3)
                    {
                        break;
                    }

                    registers[0] = sum == 0 ? registers[0] : 10 + sum;
                    words.Pause();
                }
            },
            _ =>
            {
                words.Write("x", 1);
                while (words.Read("x") != 0)
                {
                    words.Pause();
                }

                words.Write("x", 2);
            },
        ]),
        "P0.r=11 P1.r=0 x=0");

    [Fact]
    public void Turns_that_are_counted_up_to_three_are_counted() => Found.Exactly(
        new("flag", words =>
        [
            registers =>
            {
                while (words.Read("flag") == 0)
                {
                    registers[0] = Math.Min(registers[0] + 1, 3);
                    words.Pause();
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=0 P1.r=0 flag=1",
        "P0.r=1 P1.r=0 flag=1",
        "P0.r=2 P1.r=0 flag=1",
        "P0.r=3 P1.r=0 flag=1");

    [Fact]
    public void Turns_that_are_counted_without_end_are_not_all_visited() => Found.AtLeast(
        new("flag", words =>
        [
            registers =>
            {
                while (words.Read("flag") == 0)
                {
                    registers[0]++;
                    words.Pause();
                }
            },
            _ => words.Write("flag", 1),
        ]),
        [.. Enumerable.Range(0, 31).Select(turns => $"P0.r={turns} P1.r=0 flag=1")]);

    [Fact]
    public void A_wait_that_takes_the_second_sign_for_the_end_sees_the_first() => Found.Exactly(
        new("x y", words =>
        [
            _ =>
            {
                bool seen = false;
                while (true)
                {
                    if (words.Read("x") == 1)
                    {
                        if (seen)
                        {
                            break;
                        }

                        seen = true;
                        words.Write("y", 1);
                    }

                    words.Pause();
                }
            },
            _ => words.Write("x", 1),
        ]),
        "P0.r=0 P1.r=0 x=1 y=1");

    private static void OneThenTwo(IWords words)
    {
        words.Write("x", 1);
        words.Write("x", 2);
    }
}
