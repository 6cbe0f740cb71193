namespace Exploration.Tests.Waits;

/// <summary>Actors that throw while others wait for them: the exception is what is wrong.</summary>
public class ThrowingActorTests
{
    private const string Thrown = "P0 threw InvalidOperationException: gave up";

    [Fact]
    public void An_exception_under_a_lock_that_another_one_waits_for_is_found() => Found.Violation(
        new("lock", words =>
        [
            _ =>
            {
                Lock(words);
                throw new InvalidOperationException("gave up");
            },
            _ =>
            {
                Lock(words);
                words.Write("lock", 0);
            },
        ]),
        Thrown);

    [Fact]
    public void An_exception_before_what_another_one_waits_for_is_found() => Found.Violation(
        new("flag x", words =>
        [
            _ =>
            {
                if (words.Read("x") == 1)
                {
                    throw new InvalidOperationException("gave up");
                }

                words.Write("flag", 1);
            },
            _ =>
            {
                words.Write("x", 1);
                while (words.Read("flag") == 0)
                {
                    words.Pause();
                }
            },
        ]),
        Thrown);

    [Fact]
    public void An_exception_is_found_while_two_others_wait_for_each_other() => Found.Violation(
        new("x y", words =>
        [
            _ => throw new InvalidOperationException("gave up"),
            _ =>
            {
                while (words.Read("x") == 0)
                {
                    words.Pause();
                }

                words.Write("y", 1);
            },
            _ =>
            {
                while (words.Read("y") == 0)
                {
                    words.Pause();
                }

                words.Write("x", 1);
            },
        ]),
        Thrown);

    [Fact]
    public void A_lock_that_is_given_back_on_the_way_out_leaves_the_exception_alone()
    {
        WaitScenario scenario = new("lock", words =>
        [
            _ =>
            {
                Lock(words);
                try
                {
                    throw new InvalidOperationException("gave up");
                }
                finally
                {
                    words.Write("lock", 0);
                }
            },
            _ =>
            {
                Lock(words);
                words.Write("lock", 0);
            },
        ]);
        Assert.All(Enum.GetValues<ModelName>(), model =>
            Assert.Equal(Thrown, Assert.Single(Found.Under(model, scenario).Violations)));
    }

    [Fact]
    public void An_exception_that_the_actor_catches_under_the_lock_leaves_the_others_waiting() => Found.Stuck(
        new("lock", words =>
        [
            registers =>
            {
                try
                {
                    Lock(words);
                    registers[0] = 1;
                    throw new InvalidOperationException("gave up");
                }
                catch (InvalidOperationException)
                {
                    registers[0] = 2;
                }
            },
            _ =>
            {
                Lock(words);
                words.Write("lock", 0);
            },
        ]),
        ["P0.r=2 P1.r=0 lock=1"],
        "P1");

    private static void Lock(IWords words)
    {
        while (words.CompareExchange("lock", 1, 0) != 0)
        {
            words.Pause();
        }
    }
}
