using Exploration.Tests.Oracle.Dotnet.Models;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Table;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// The oracle gives the verdict and the count of every row of the table, and the rows that options change.
/// </summary>
public class OracleTableTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_row_has_the_verdict_and_the_count_of_every_model()
    {
        OracleModel[] models = Enum.GetValues<OracleModel>();
        List<string> differences = [];
        foreach (TableRow row in OpenTable.Rows)
        {
            IReadOnlyDictionary<OracleModel, OracleResult> results =
                DotnetOracle.Solve(row.Program, row.Condition, OracleOptions.None, models);
            differences.AddRange(models
                .Where(model => CellOf(results[model]) != row.Expected(model))
                .Select(model =>
                    $"{row.Name} under {model}: {CellOf(results[model])}, in the table {row.Expected(model)}"));
        }

        output.WriteLine($"{OpenTable.Rows.Count} rows, {models.Length} models, {differences.Count} differences");
        Assert.Empty(differences);
    }

    /// <summary>What the doubtful cases decide: nothing else in the table depends on them.</summary>
    [Theory]
    [InlineData(OracleOptions.NoElision, "S+wb+data-coi F 4")]
    [InlineData(OracleOptions.WeakExchange, "SB+cas-fail A 4")]
    [InlineData(OracleOptions.IndexOrder, "MP+vol+index F 2, latch-index F 15")]
    [InlineData(OracleOptions.Reachable, "publish-nested-late F 2")]
    [InlineData(OracleOptions.GraphValues, "LB+datas F 19, LB+data-rfi-data F 19, LB+data-coi A 7")]
    [InlineData(OracleOptions.CompiledCode, "")]
    [InlineData(OracleOptions.AnyOccurrence, "")]
    public void An_option_changes_these_rows(object option, string changed) =>
        Assert.Equal(changed, string.Join(", ", OpenTable.Rows
            .Select(row => (row, Cell: CellOf(Dotnet(row.Program, row.Condition, (OracleOptions)option))))
            .Where(each => each.Cell != each.row.Expected(OracleModel.Dotnet))
            .Select(each => $"{each.row.Name} {each.Cell}")));

    /// <summary>
    /// The last write of the first thread is there because it read 1, which the second thread wrote because it saw that
    /// write. Every run of the first thread writes 1 to x, but behind the 2 only this one.
    /// </summary>
    [Theory]
    [InlineData(
        "x := 1; x := 2; r1 = y; if r1 == 1 { x := 1 } || r2 = x; r3 = x; if r2 == 2 and r3 == 1 { y := 1 }")]
    [InlineData(
        "x := 1; z :=v 1; r1 = y; if r1 == 1 { x := 1 } || "
        + "r2 =v z; if r2 == 1 { x := 3; r3 = x; if r3 == 1 { y := 1 } }")]
    [InlineData(
        "x := 1; mb; z := 1; r1 = y; if r1 == 1 { x := 1 } || "
        + "r2 =v z; if r2 == 1 { x := 3; r3 = x; if r3 == 1 { y := 1 } }")]
    public void A_write_that_repeats_an_earlier_one_does_not_come_out_of_thin_air(string program)
    {
        Condition reads = Condition.Parse("0:r1=1");
        Assert.False(Dotnet(SmallProgram.Parse(program), reads, OracleOptions.None).IsMet);
        Assert.True(Dotnet(SmallProgram.Parse(program), reads, OracleOptions.AnyOccurrence).IsMet);
    }

    /// <summary>A compiler may merge the first write into the second, and then move that ahead of the read.</summary>
    [Fact]
    public void A_write_that_a_later_one_repeats_can_be_merged_into_it() => Assert.True(Dotnet(
        SmallProgram.Parse("r1 = x; if r1 == 1 { y := 1 }; y := 1 || r2 = y; if r2 == 1 { y := 3; mb; x := 1 }"),
        Condition.Parse("0:r1=1 & y=3"),
        OracleOptions.None).IsMet);

    /// <summary>
    /// Both runs of the first thread write 1 to y, so the read does not decide whether it is written, and dotnet lets
    /// it see that write. No compiler could move the write up, though: in the other run it stays behind the barrier.
    /// </summary>
    [Fact]
    public void A_barrier_in_another_run_holds_no_write_back()
    {
        IReadOnlyDictionary<OracleModel, OracleResult> results = DotnetOracle.Solve(
            SmallProgram.Parse("r1 = x; if r1 == 0 { mb }; y := 1 || r1 = y; x := r1"),
            Condition.Parse("0:r1=1"),
            OracleOptions.None,
            OracleModel.Dotnet,
            OracleModel.Arm);
        Assert.Equal("A 4, F 3", $"{CellOf(results[OracleModel.Dotnet])}, {CellOf(results[OracleModel.Arm])}");
    }

    private static OracleResult Dotnet(SmallProgram program, Condition condition, OracleOptions options) =>
        DotnetOracle.Solve(program, condition, options, OracleModel.Dotnet)[OracleModel.Dotnet];

    private static TableCell CellOf(OracleResult result) => new(result.IsMet, result.Executions);
}
