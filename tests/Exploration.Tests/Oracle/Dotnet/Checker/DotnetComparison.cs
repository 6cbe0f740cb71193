using Exploration.Tests.Oracle.Dotnet.Models;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Checker;

/// <summary>Checker and oracle side by side, under <c>dotnet</c>.</summary>
internal static class DotnetComparison
{
    /// <summary>Reads of a third word in so many ways that not all runs of the program are looked at.</summary>
    private const string ManyRuns = " || a := 1; a := 2; a := 3 || r1 = a; r2 = a; r3 = a; r4 = a";

    /// <summary>What the checker finds of a program, which is what the oracle finds.</summary>
    public static CheckerResult Of(string text, ITestOutputHelper output)
    {
        SmallProgram program = SmallProgram.Parse(text);
        OracleResult oracle = DotnetOracle.Solve(program, null, OracleOptions.CompiledCode,
            OracleModel.Dotnet)[OracleModel.Dotnet];
        CheckerResult found = CheckerResult.Of(program, ModelName.Dotnet);
        output.WriteLine($"{oracle.Executions} executions, found {found.Result.Executions}: {text}");
        Assert.Null(found.Difference(oracle));
        return found;
    }

    /// <summary>What the checker finds of a program beside so many others that not all runs are looked at.</summary>
    public static ExplorationResult BesideManyRuns(string text) =>
        CheckerResult.Of(SmallProgram.Parse(text + ManyRuns), ModelName.Dotnet).Result;
}
