using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Models;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// Updates that see a write which they cause. Such an update writes, too: where it reads something else, the execution
/// that would give its guess away may not be there.
/// </summary>
public class RelaxedUpdateOracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("xchg_rlx y 1; x := 2 || add_acq x 1; add y 1")]
    [InlineData("r1 = xchg_rlx y 1; x := 2 || add_acq x 1; r1 = cas y 0 1")]
    [InlineData("r1 = xchg_rel y 1; x := 2 || r2 =v x; r1 = cas_rlx y 0 1")]
    [InlineData("r1 = add_rlx y 1; x := 2 || r2 =v x; if r2 == 2 { r1 = cas_acq y 0 3 }")]
    [InlineData("r1 = cas_rlx y 0 1; x := 2 || r2 = x; rb; r1 = xchg_rlx y 5")]
    [InlineData("r1 = xchg_rlx y 1; x := 1 || r1 = xchg_acq x 2; z := 1 || r1 =v z; r2 = cas y 0 1")]
    [InlineData("r1 = add_rlx x 1; add_rlx y 1 || r1 = add_rlx y 1; add_rlx x 1")]
    [InlineData("r1 = add_rel x 1; y := r1 || r1 = add_rlx y 1; add_rlx x 1")]
    [InlineData("r1 = cas_rel x 1 2; y := 1 || r1 = cas_rel y 1 2; x := 1")]
    [InlineData("add_rlx x 1; add_rel y 1 || r1 = xchg_acq y 0; r2 = cas_rlx x 1 0")]
    public void All_executions_are_found(string text)
    {
        SmallProgram program = SmallProgram.Parse(text);
        foreach (ModelName model in Enum.GetValues<ModelName>())
        {
            OracleModel name = OracleModels.Of(model);
            OracleResult oracle = DotnetOracle.Solve(program, null, OracleOptions.CompiledCode, name)[name];
            output.WriteLine($"{oracle.Executions} executions under {model}: {text}");
            Assert.Null(CheckerResult.Of(program, model).Difference(oracle));
        }
    }
}
