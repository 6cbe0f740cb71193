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
