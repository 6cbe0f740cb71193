namespace Exploration.Tests.Waits;

/// <summary>Pauses that are not one behind each read: none of these waits is any different.</summary>
public class PauseTests
{
    [Fact]
    public void A_wait_on_a_register_ends_or_does_not() => Found.Stuck(
        new("flag", words =>
        [
            registers =>
            {
                registers[0] = words.Read("flag");
                while (registers[0] == 0)
                {
                    words.Pause();
                }
            },
            _ => words.Write("flag", 1),
        ]),
        ["P0.r=1 P1.r=0 flag=1"],
        "P0");

    [Fact]
    public void A_wait_that_reads_nothing_and_never_ends_is_reported() => Found.Stuck(
        new("flag", words =>
        [
            _ =>
            {
                while (true)
                {
                    words.Pause();
                }
            },
            _ => words.Write("flag", 1),
        ]),
        [],
        "P0");

    [Theory]
    [InlineData(100)]
    [InlineData(60_000)]
    public void Pauses_that_wait_for_nothing_pass(int pauses) => Found.Exactly(
        new("flag", words =>
        [
            registers =>
            {
                for (int pause = 0; pause < pauses; pause++)
                {
                    words.Pause();
                }

                registers[0] = words.Read("flag");
            },
        ]),
        "P0.r=0 flag=0");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    public void Several_pauses_a_turn_are_as_one(int pauses) => Found.Exactly(
        new("flag", words =>
        [
            _ =>
            {
                while (words.Read("flag") == 0)
                {
                    Pause(words, pauses);
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=0 P1.r=0 flag=1");

    [Fact]
    public void Several_pauses_a_turn_do_not_end_a_wait() => Found.Stuck(
        new("flag", words =>
        [
            _ =>
            {
                while (words.Read("flag") == 0)
                {
                    Pause(words, 3);
                }
            },
        ]),
        [],
        "P0");

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void A_back_off_that_grows_is_a_wait(int most) => Found.Exactly(
        new("flag", words =>
        [
            _ =>
            {
                for (int pauses = 1; words.Read("flag") == 0; pauses = Math.Min(2 * pauses, most))
                {
                    Pause(words, pauses);
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=0 P1.r=0 flag=1");

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void A_back_off_that_grows_for_ever_is_reported(int most) => Found.Stuck(
        new("lock=1", words =>
        [
            _ =>
            {
                for (int pauses = 1; words.CompareExchange("lock", 1, 0) != 0; pauses = Math.Min(2 * pauses, most))
                {
                    Pause(words, pauses);
                }
            },
        ]),
        [],
        "P0");

    [Fact]
    public void A_pause_behind_each_of_two_words_is_a_wait() => Found.Exactly(
        new("x y", words => [registers => registers[0] = Poll(words), _ => words.Write("y", 1)]),
        "P0.r=2 P1.r=0 x=0 y=1");

    [Fact]
    public void A_pause_behind_each_of_two_words_sees_either() => Found.Exactly(
        new("x y", words =>
        [
            registers => registers[0] = Poll(words),
            _ => words.Write("x", 1),
            _ => words.Write("y", 1),
        ]),
        "P0.r=1 P1.r=0 P2.r=0 x=1 y=1",
        "P0.r=2 P1.r=0 P2.r=0 x=1 y=1");

    [Fact]
    public void A_pause_behind_each_of_two_words_that_nobody_writes_is_reported() => Found.Stuck(
        new("x y", words => [registers => registers[0] = Poll(words)]), [], "P0");

    private static int Poll(IWords words)
    {
        while (true)
        {
            if (words.Read("x") != 0)
            {
                return 1;
            }

            words.Pause();
            if (words.Read("y") != 0)
            {
                return 2;
            }

            words.Pause();
        }
    }

    private static void Pause(IWords words, int times)
    {
        for (int pause = 0; pause < times; pause++)
        {
            words.Pause();
        }
    }
}
