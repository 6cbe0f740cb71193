using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Models;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Table;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>Whether Arm64 code shows the outcome in question is what the table's column says.</summary>
public class Arm64TableTests(ITestOutputHelper output)
{
    /// <summary>
    /// Both branches write the same: run again with other values, the thread does the same. The column is about code
    /// that keeps the branch; a compiler may drop it.
    /// </summary>
    private static readonly string[] SameOnBothBranches = ["LB+same-branches"];

    [Fact]
    public void Every_row_is_shown_or_not_as_the_column_says()
    {
        List<string> differences = [];
        foreach (TableRow row in OpenTable.Rows)
        {
            CheckerResult found = CheckerResult.OnArm64(row.Program);
            Assert.True(found.Result.IsComplete, row.Name);
            if (found.Meets(row.Condition) != row.Expected(OracleModel.Arm).IsAllowed)
            {
                differences.Add(row.Name);
            }
        }

        output.WriteLine($"{OpenTable.Rows.Count - differences.Count} of {OpenTable.Rows.Count} rows are equal");
        Assert.Equal(SameOnBothBranches, differences);
    }

    /// <summary>
    /// A reference that a thread has stored and loads again is the stored one before that store is seen: .NET orders
    /// nothing behind it, and no processor uses that.
    /// </summary>
    [Theory]
    [InlineData("A.f := 1; p := A || r1 = p; q := r1; r2 = q; r3 = r2.f", true)]
    [InlineData("A.f := 1; p := A || r1 = p; q := r1; r2 = q; r3 = r1.f", false)]
    public void A_reference_that_comes_back_out_of_memory_of_the_thread_orders_nothing(string text, bool isAllowed)
    {
        SmallProgram program = SmallProgram.Parse(text, "p=null q=null");
        Condition stale = Condition.Parse("1:r2=A & 1:r3=0");
        IReadOnlyDictionary<OracleModel, OracleResult> oracle =
            DotnetOracle.Solve(program, stale, OracleOptions.CompiledCode, OracleModel.Dotnet);
        Assert.Equal(isAllowed, oracle[OracleModel.Dotnet].IsMet);
        Assert.Equal(isAllowed, CheckerResult.Of(program, ModelName.Dotnet).Meets(stale));
        Assert.False(CheckerResult.OnArm64(program).Meets(stale));
    }
}
