using Atomics.Programs;

namespace Exploration.Tests.Waits;

/// <summary>Waits by operations that write: a write that changes nothing is no progress.</summary>
public class LockTests
{
    private static readonly Dictionary<string, Action<IWords, string>> Locks = new()
    {
        ["Exchange"] = (words, name) => Until(words, () => words.Exchange(name, 1) == 0),
        ["CompareExchange"] = (words, name) => Until(words, () => words.CompareExchange(name, 1, 0) == 0),
        ["Or"] = (words, name) => Until(words, () => words.Or(name, 1) == 0),
    };

    public static TheoryData<string> Operations => [.. Locks.Keys];

    [Theory, MemberData(nameof(Operations))]
    public void A_lock_that_nobody_gives_back_is_waited_for_for_ever(string operation) => Found.Stuck(
        new("lock", words => [_ => Locks[operation](words, "lock"), _ => Locks[operation](words, "lock")]),
        [],
        "P0",
        "P1");

    [Theory, MemberData(nameof(Operations))]
    public void A_lock_that_is_given_back_is_had_by_both(string operation) => Found.Exactly(
        new("lock", words =>
        [
            _ =>
            {
                Locks[operation](words, "lock");
                words.Write("lock", 0);
            },
            _ =>
            {
                Locks[operation](words, "lock");
                words.Write("lock", 0);
            },
        ]),
        "P0.r=0 P1.r=0 lock=0");

    [Theory, MemberData(nameof(Operations))]
    public void Two_locks_taken_in_opposite_orders_are_a_deadlock(string operation) => Found.Stuck(
        TwoLocks(operation, "a", "b", "b", "a"), ["P0.r=0 P1.r=0 a=0 b=0"], "P0, P1");

    [Theory, MemberData(nameof(Operations))]
    public void Two_locks_taken_in_the_same_order_are_none(string operation) => Found.Exactly(
        TwoLocks(operation, "a", "b", "a", "b"), "P0.r=0 P1.r=0 a=0 b=0");

    [Fact]
    public void An_item_that_one_takes_by_And_is_missed_by_the_other() => Found.Stuck(
        new("item=1", words =>
        [
            _ => Until(words, () => words.And("item", 0) != 0),
            _ => Until(words, () => words.And("item", 0) != 0),
        ]),
        [],
        "P0",
        "P1");

    [Fact]
    public void An_item_that_one_takes_by_Exchange_is_missed_by_the_other() => Found.Stuck(
        new("item=1", words =>
        [
            _ => Until(words, () => words.Exchange("item", 0) == 1),
            _ => Until(words, () => words.Exchange("item", 0) == 1),
        ]),
        [],
        "P0",
        "P1");

    [Fact]
    public void A_wait_by_adding_zero_is_a_wait() => Found.Stuck(
        new("flag", words =>
        [
            _ => Until(words, () => words.AddReturn("flag", 0) != 0),
            _ => Until(words, () =>
            {
                words.Add("flag", 0);
                return words.Read("flag") != 0;
            }),
        ]),
        [],
        "P0, P1");

    [Fact]
    public void A_first_turn_that_changes_the_word_does_not_make_the_next_ones_progress() => Found.Stuck(
        new("lock=2", words => [_ => Locks["Exchange"](words, "lock")]), [], "P0");

    [Fact]
    public void Three_who_want_one_lock_leave_two_behind() => Found.Stuck(
        new("lock", words => [.. Enumerable.Repeat<ActorBody>(_ => Locks["Exchange"](words, "lock"), 3)]),
        [],
        "P0, P1",
        "P0, P2",
        "P1, P2");

    private static WaitScenario TwoLocks(string operation, params string[] order) => new("a b", words =>
    [
        _ =>
        {
            Locks[operation](words, order[0]);
            Locks[operation](words, order[1]);
            words.Write(order[1], 0);
            words.Write(order[0], 0);
        },
        _ =>
        {
            Locks[operation](words, order[2]);
            Locks[operation](words, order[3]);
            words.Write(order[3], 0);
            words.Write(order[2], 0);
        },
    ]);

    private static void Until(IWords words, Func<bool> done)
    {
        while (!done())
        {
            words.Pause();
        }
    }
}
