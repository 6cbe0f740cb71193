using Exploration.Tests.Oracle.Dotnet.Checker;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// An actor writes a value, reads, and depending on that writes the same value once more. The later write is there
/// whatever it reads, because the earlier one is, so the read may see what the later one causes.
/// </summary>
public class RepeatedWriteTests(ITestOutputHelper output)
{
    [Fact]
    public void An_execution_that_takes_the_later_write_counts() =>
        Assert.Equal(2, Compare("x := 2; until r1 = y != 0; x := 2 || until r1 =v x != 0; y := r1").Result.Executions);

    [Theory]
    [InlineData("x := 2; r1 = x; if r1 == 3 { until r2 = y != 0; x := 2 } || x := 3; mb; until r1 = x == 2; y := 1")]
    [InlineData("x := 2; r1 = x; if r1 == 3 { r2 = y; if r2 != 0 { x := 2 } } || x := 3; mb; r1 = x; "
        + "if r1 == 2 { y := 1 }")]
    public void Its_outcome_may_be_that_of_no_other_execution(string program) =>
        Assert.Contains("0:r1=3 0:r2=1 1:r1=2 x=2 y=1", Compare(program).Outcomes);

    [Theory]
    [InlineData("x := 2; r1 = y; if r1 != 0 { x := 2 } || r1 =v x; y := r1")]
    [InlineData("x := 2; wb; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; mb; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; mb; r1 = x; if r1 == 3 { r2 = y; if r2 != 0 { x := 2 } } || x := 3; mb; r1 = x; "
        + "if r1 == 2 { y := 1 }")]
    [InlineData("x := 2; wb; z := 1; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; z :=v 1; r2 = z; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; wb; r2 = z; rb; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; z :=v 1; r2 =v z; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; rb; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; z :=v 1; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; r1 = y; x := 3; if r1 != 0 { x := 2 } || r1 = x; if r1 == 2 { y := 1 }")]
    [InlineData("x := 2; r1 = x; r2 = y; if r2 != 0 { x := 2 } || x := 3; mb; r1 = x; if r1 == 2 { y := 1 }")]
    [InlineData("x := 2; r1 = z; if r1 != 0 { x := 2 } || x := 3; wb; y := 1 "
        + "|| until r1 =v y == 1; r2 = x; if r2 == 2 { z := 1 }")]
    [InlineData("r3 = w; y := 1; if r3 != 0 { y := 1 } || r1 = y; x := r1 || r1 = x; w := r1")]
    [InlineData("x := 1; r1 = y; r2 = z; if r1 + r2 == 2 { x := 1 } || r1 = x; y := r1; z := r1")]
    [InlineData("y := 1; r1 =v z; r2 = w; if r2 != 0 { y := 1 } || r1 =v y; z := 1; w := r1")]
    public void All_executions_are_found(string program) => Compare(program);

    [Theory]
    [InlineData("x := 2; wb; z := 1; wb; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; add z 1; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; mb; r2 = z; rb; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; r1 = y; wb; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x :=v 2; r1 = y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; r1 =v y; if r1 != 0 { x := 2 } || r1 = x; if r1 != 0 { y := 1 }")]
    [InlineData("x := 2; x := 3; r1 = y; if r1 == 1 { x := 1 } || r1 = x; if r1 == 2 { y := 1 }")]
    public void What_keeps_the_two_apart_changes_nothing(string program)
    {
        Compare(program);
        Assert.True(DotnetComparison.BesideManyRuns(program).IsComplete);
    }

    [Theory]
    [InlineData("x := 2; until r1 = y != 0; x := 2 || until r1 =v x != 0; y := r1")]
    [InlineData("x := 2; r1 = x; if r1 == 3 { r2 = y; if r2 != 0 { x := 2 } } || x := 3; mb; r1 = x; "
        + "if r1 == 2 { y := 1 }")]
    public void Beside_many_runs_it_is_no_pass(string program)
    {
        ExplorationResult result = DotnetComparison.BesideManyRuns(program);
        Assert.Equal(BoundKind.LoadBuffering, Assert.Single(result.Bounds).Kind);
        Assert.Contains("may write 'x' before it has read", result.Bounds[0].Reason, StringComparison.Ordinal);
    }

    private CheckerResult Compare(string text) => DotnetComparison.Of(text, output);
}
