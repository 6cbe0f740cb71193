using Exploration.Tests.Oracle.Dotnet.Checker;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// Something stands between a plain read and a later plain write for some of the values read only, and goes away with
/// values that reads see ahead of time.
/// </summary>
public class ConditionalBarrierTests(ITestOutputHelper output)
{
    private const string OneRead = "r1 = x; y := r1 || r1 = y; if r1 != 1 { wb }; x := 1";

    private const string TwoReads =
        "r1 = x; y := r1; z := r1 || r1 = y; r2 = z; if r1 == 1 and r2 == 1 { let r3 = 0 } else { wb }; x := 1";

    private const string NoOtherRoom =
        "r1 = x; a := 1; if r1 != 1 { wb }; b := 1 || r1 = b; rb; r2 = a; if r1 == 1 and r2 == 0 { x := 1 }";

    [Fact]
    public void A_write_barrier_that_goes_away_with_the_value_it_would_keep_back_lets_it_through() =>
        Assert.Equal(4, Compare(OneRead).Result.Executions);

    [Theory]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { rb }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { mb }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { xchg z 1 }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { add z 1 }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { r2 = cas z 0 1 }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { r2 = cas z 1 2 }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { z :=v 1 }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { r2 =v z }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { lock l; unlock l }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { x :=v 1 } else { x := 1 }")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 != 1 { x :=v 2 }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; if r1 == 0 { wb } else { if r1 == 2 { mb } }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; r2 = z; if r1 != 1 { if r2 == 0 { wb } }; x := 1 || z := 1")]
    public void So_does_everything_that_keeps_a_write_back(string program) => Compare(program);

    [Theory]
    [InlineData(TwoReads)]
    [InlineData("r1 = x; y := r1; z := r1 || r1 = y; r2 = z; if r1 + r2 != 2 { mb }; x := 1")]
    [InlineData("r1 = x; y := r1; z := r1 || r1 = y; r2 = z; if r1 + r2 != 2 { rb }; x := 1")]
    [InlineData("r1 = x; y := r1; z := r1 || r1 = y; r2 = z; if r1 + r2 != 2 { xchg w 1 }; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = x; z := r1 || r1 = y; r2 = z; if r1 + r2 != 2 { wb }; x := 1")]
    [InlineData("r1 = x; y := r1; z := r1; w := r1 || r1 = y; r2 = z; r3 = w; if r1 + r2 + r3 != 3 { wb }; x := 1")]
    public void Several_reads_make_a_barrier_go_away_together(string program) => Compare(program);

    [Theory]
    [InlineData(NoOtherRoom)]
    [InlineData("r1 = x; a := 1; if r1 != 1 { mb }; b := 1 || r1 = b; rb; r2 = a; if r1 == 1 and r2 == 0 { x := 1 }")]
    [InlineData("r1 = x; a := 1; if r1 != 7 { wb }; b := 1 || r1 = b; rb; r2 = a; if r1 == 1 and r2 == 0 { x := 7 }")]
    public void A_value_that_only_the_missing_barrier_lets_be_written_makes_it_go_away(string program) =>
        Compare(program);

    [Theory]
    [InlineData(OneRead)]
    [InlineData(TwoReads)]
    [InlineData("r1 = x; y := r1; z := r1 || r1 = y; r2 = z; if r1 + r2 != 2 { mb }; x := 1")]
    [InlineData("r1 = x; y := r1; z := r1; w := r1 || r1 = y; r2 = z; r3 = w; if r1 + r2 + r3 != 3 { wb }; x := 1")]
    [InlineData("r1 = x; y := r1; z := r1 || add x 5; r1 = y; r2 = z; if r1 + r2 != 2 { wb }; x := 1")]
    [InlineData("r1 = x; y := r1; z := r1 || add x 5; add x 7; r1 = y; r2 = z; if r1 + r2 != 2 { mb }; x := 1")]
    public void Beside_many_runs_it_is_no_pass(string program)
    {
        ExplorationResult result = DotnetComparison.BesideManyRuns(program);
        Assert.Equal(BoundKind.LoadBuffering, Assert.Single(result.Bounds).Kind);
        Assert.Contains("may write 'x' before it has read", result.Bounds[0].Reason, StringComparison.Ordinal);
    }

    /// <summary>
    /// Outcomes that need both values at once; alone they are found, and beside many runs the search says that it may
    /// have left some out.
    /// </summary>
    [Theory]
    [InlineData("if r1 + r2 != 2 { x :=v 5 }; x := 1")]
    [InlineData("if r1 + r2 != 2 { add x 5 }; x := 1")]
    [InlineData("if r1 + r2 != 2 { xchg x 5 }; x := 1")]
    [InlineData("if r1 + r2 != 2 { r3 = add x 5 }; x := 1")]
    [InlineData("if r1 + r2 != 2 { r3 = cas x 0 5 }; x := 1")]
    [InlineData("if r1 + r2 != 2 { r3 = x; mb }; x := 1")]
    [InlineData("if r1 + r2 != 2 { mb; x := 1 } else { x := 1 }")]
    public void Writes_of_the_same_word_before_it_hide_no_write_that_passes(string rest)
    {
        string program = $"r1 = x; y := r1; z := r1 || r1 = y; r2 = z; {rest}";
        Compare(program);
        Beside_many_runs_it_is_no_pass(program);
    }

    [Fact]
    public void A_limit_of_the_look_at_many_runs_is_named()
    {
        const string SevenBetween =
            "r1 = x; y := r1 || r1 = y; r2 = b; r3 = b; r4 = b; r5 = b; r6 = b; r7 = b; r8 = b; "
            + "if r8 == 0 { mb }; x := 1";
        ExplorationResult result = DotnetComparison.BesideManyRuns(SevenBetween);
        Assert.Contains("more than 6 plain reads between the two", Assert.Single(result.Bounds).Reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r1 = x; y := r1; z := r1 || r1 = y; r2 = z; wb; x := 1")]
    [InlineData("r1 = x; y := r1 || r1 = y; r2 = b; r3 = b; r4 = b; r5 = b; r6 = b; r7 = b; r8 = b; mb; x := 1")]
    public void Barriers_that_are_always_there_are_a_pass_beside_many_runs(string program) =>
        Assert.True(DotnetComparison.BesideManyRuns(program).IsComplete);

    [Theory]
    [InlineData("r1 = x; y := 1 || r1 = y; x := 1")]
    [InlineData("r1 = x; mb; y := 1 || r1 = y; mb; x := 1")]
    public void Barriers_that_are_always_there_change_nothing(string program) => Compare(program);

    private CheckerResult Compare(string text) => DotnetComparison.Of(text, output);
}
