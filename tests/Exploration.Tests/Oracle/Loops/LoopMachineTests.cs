using static Exploration.Tests.Oracle.Loops.Statement;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>The machine on programs whose answers are known without it.</summary>
public class LoopMachineTests
{
    private const int X = 0;
    private const int Y = 1;
    private static readonly Pause OnePause = new(1);

    [Theory]
    [InlineData(false, "P0.a=0 P1.a=1 x=1 y=1", "P0.a=1 P1.a=0 x=1 y=1", "P0.a=1 P1.a=1 x=1 y=1")]
    [InlineData(
        true, "P0.a=0 P1.a=0 x=1 y=1", "P0.a=0 P1.a=1 x=1 y=1", "P0.a=1 P1.a=0 x=1 y=1", "P0.a=1 P1.a=1 x=1 y=1")]
    public void Store_buffering_needs_store_buffers(bool hasBuffers, params string[] outcomes)
    {
        MachineResult result = Run(hasBuffers, [Store(X), Load(Y)], [Store(Y), Load(X)]);
        Assert.Equal(outcomes, result.Outcomes.Order(StringComparer.Ordinal));
        Assert.Equal([new Ending(Thrown: 0, Waiting: 0)], result.Endings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lock_that_is_not_given_back_leaves_either_waiting(bool hasBuffers)
    {
        Access tries = new(AccessKind.Exchange, X, 0, 1);
        Statement[] taken = [new Loop(null, [tries, new BreakIf(Condition.Equal(0, 0)), OnePause])];
        MachineResult result = Run(hasBuffers, taken, taken);
        Assert.Empty(result.Outcomes);
        Assert.Equal([new(0, Waiting: 1), new(0, Waiting: 2)], result.Endings.OrderBy(ending => ending.Waiting));
        Assert.False(result.ChangesForEver);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_backs_out_again_may_do_so_for_ever_but_need_not(bool hasBuffers)
    {
        Statement[] body =
        [
            new Loop(
                null,
                [
                    new Access(AccessKind.AddReturn, X, 0, 1),
                    new BreakIf(Condition.Equal(0, 1)),
                    new Access(AccessKind.Add, X, -1, -1),
                    OnePause,
                ]),
            new Access(AccessKind.Add, X, -1, -1),
        ];
        MachineResult result = Run(hasBuffers, body, body);
        Assert.Equal("P0.a=1 P1.a=1 x=0 y=0", Assert.Single(result.Outcomes));
        Assert.Equal(default, Assert.Single(result.Endings));
        Assert.True(result.ChangesForEver);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wait_on_a_local_never_ends(bool hasBuffers)
    {
        Loop wait = new(null, [new BreakIf(Condition.Equal(0, 1)), OnePause]);
        MachineResult result = Run(hasBuffers, [Load(X), wait], [Store(X)]);
        Assert.Equal("P0.a=1 P1.a=0 x=1 y=0", Assert.Single(result.Outcomes));
        Assert.Equal([default, new Ending(0, Waiting: 1)], result.Endings.OrderBy(ending => ending.Waiting));
    }

    [Fact]
    public void A_break_and_an_exception_run_the_finally_blocks_on_their_way()
    {
        Try broken = new([new BreakIf(Condition.Equal(0, 0))], CatchKind.Nothing, [], [Count(X)]);
        Statement[] leaves = [new Loop(3, [broken, Count(Y)])];
        Assert.Equal("P0.a=0 x=1 y=0", Assert.Single(Run(hasBuffers: false, leaves).Outcomes));

        Try passes = new([new Throw()], CatchKind.Nothing, [], [Count(X)]);
        Statement[] caught = [new Try([new Loop(3, [passes])], CatchKind.Own, [new Set(0, 2)], [Count(Y)])];
        Assert.Equal("P0.a=2 x=1 y=1", Assert.Single(Run(hasBuffers: false, caught).Outcomes));

        Statement[] thrown = [new Try([new Throw()], CatchKind.Own, [new Throw()], [Count(X)]), Count(Y)];
        Assert.Equal([new Ending(Thrown: 1, Waiting: 0)], Run(hasBuffers: false, thrown).Endings);
    }

    [Fact]
    public void A_bounded_loop_has_as_many_turns_as_it_says() => Assert.Equal(
        "P0.a=2 x=40 y=0", Assert.Single(Run(hasBuffers: false, [new Set(0, 2), new Loop(40, [Count(X)])]).Outcomes));

    private static MachineResult Run(bool hasBuffers, params Statement[][] actors)
    {
        LoopWord[] words = [new("x", IsWide: false), new("y", IsWide: true)];
        return LoopMachine.Run(new LoopProgram(words, 1, actors, Feature.None), hasBuffers, limitStates: 10_000)
            ?? throw new InvalidOperationException("too large");
    }

    private static Access Store(int word) => new(AccessKind.WriteRelease, word, -1, 1);

    private static Access Load(int word) => new(AccessKind.ReadAcquire, word, 0);

    private static Access Count(int word) => new(AccessKind.Add, word, -1, 1);
}
