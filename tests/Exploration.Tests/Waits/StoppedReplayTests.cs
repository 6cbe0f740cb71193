namespace Exploration.Tests.Waits;

/// <summary>Code around a wait that would notice if the search stopped its actor there.</summary>
public class StoppedReplayTests
{
    [Fact]
    public void A_finally_block_around_a_wait_runs_after_the_wait() => Found.Exactly(
        new("flag done", words =>
        [
            _ =>
            {
                try
                {
                    Wait(words);
                }
                finally
                {
                    words.Write("done", 1);
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=0 P1.r=0 flag=1 done=1");

    [Fact]
    public void Finally_blocks_within_each_other_run_in_their_order() => Found.Exactly(
        new("flag done", words =>
        [
            registers =>
            {
                try
                {
                    try
                    {
                        Wait(words);
                    }
                    finally
                    {
                        words.Add("done", 1);
                    }
                }
                finally
                {
                    registers[0] = words.AddReturn("done", 1);
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=2 P1.r=0 flag=1 done=2");

    [Fact]
    public void A_lock_that_is_left_by_a_finally_block_is_held_during_the_wait() => Found.Exactly(
        new("flag lock data", words =>
        [
            _ =>
            {
                words.Write("lock", 1);
                try
                {
                    Wait(words);
                    words.WritePlain("data", 1);
                }
                finally
                {
                    words.Exchange("lock", 0);
                }
            },
            registers =>
            {
                words.Write("flag", 1);
                registers[0] = words.Read("lock") == 0 ? words.ReadPlain("data") : 2;
            },
        ])
        {
            Check = outcome => outcome.Final[2] == 1 ? null : "the data were not written",
        },
        "P0.r=0 P1.r=0 flag=1 lock=0 data=1",
        "P0.r=0 P1.r=1 flag=1 lock=0 data=1",
        "P0.r=0 P1.r=2 flag=1 lock=0 data=1");

    [Fact]
    public void A_wait_in_a_finally_block_is_a_wait() => Found.Exactly(
        new("flag", words =>
        [
            registers =>
            {
                try
                {
                    Wait(words);
                }
                finally
                {
                    Wait(words);
                    registers[0] = 1;
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=1 P1.r=0 flag=1");

    [Fact]
    public void A_handler_around_a_wait_catches_nothing() => Found.Exactly(
        new("flag", words =>
        [
            registers =>
            {
                try
                {
                    Wait(words);
                }
                catch (Exception)
                {
                    registers[0] = 1;
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=0 P1.r=0 flag=1");

    [Fact]
    public void A_handler_that_writes_catches_nothing() => Found.Exactly(
        new("flag failed", words =>
        [
            _ =>
            {
                try
                {
                    Wait(words);
                }
                catch
                {
                    words.Write("failed", 1);
                }
            },
            registers =>
            {
                words.Write("flag", 1);
                registers[0] = words.Read("failed");
            },
        ]),
        "P0.r=0 P1.r=0 flag=1 failed=0");

    [Fact]
    public void A_wait_that_is_tried_again_after_an_exception_is_tried_once() => Found.Exactly(
        new("flag", words =>
        [
            registers =>
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        Wait(words);
                        return;
                    }
                    catch (Exception)
                    {
                        registers[0]++;
                    }
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=0 P1.r=0 flag=1");

    [Fact]
    public void A_handler_around_a_wait_that_nobody_ends_does_not_end_it() => Found.Stuck(
        new("flag", words =>
        [
            registers =>
            {
                try
                {
                    Wait(words);
                }
                catch (Exception)
                {
                    registers[0] = 1;
                }
            },
        ]),
        [],
        "P0");

    [Fact]
    public void A_filter_and_a_handler_that_throws_catch_nothing() => Found.Exactly(
        new("flag", words =>
        [
            _ =>
            {
                try
                {
                    Wait(words);
                }
                catch (Exception thrown) when (thrown is not OperationCanceledException)
                {
                    throw new InvalidOperationException("the wait failed", thrown);
                }
            },
            _ => words.Write("flag", 1),
        ]),
        "P0.r=0 P1.r=0 flag=1");

    private static void Wait(IWords words)
    {
        while (words.Read("flag") == 0)
        {
            words.Pause();
        }
    }
}
