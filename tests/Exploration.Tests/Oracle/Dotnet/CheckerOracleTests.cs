using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Generation;
using Exploration.Tests.Oracle.Dotnet.Models;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// Random programs with branches, locks, waits and objects: the checker finds as many executions, and the same
/// outcomes, as the oracle. 2 000 programs, always the same, or 20 000 of a new seed with
/// <c>STRESS_EXPLORE_TIER=long</c>.
/// </summary>
public class CheckerOracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Dotnet)]
    [InlineData(ModelName.Rc11)]
    public void Executions_and_outcomes_are_those_of_the_oracle(ModelName model)
    {
        int seed = Tier.Seed;
        output.WriteLine($"{Tier.RandomPrograms} programs of seed {seed} under {model}");
        long executions = 0;
        int number = 0;
        ProgramKind[] kinds = Enum.GetValues<ProgramKind>();
        foreach (SmallProgram program in ProgramGenerator.Programs(seed, kinds).Take(Tier.RandomPrograms))
        {
            if (Difference(program, model, ref executions) is not null)
            {
                SmallProgram smallest = Smaller.Smallest(
                    program, smaller => Difference(smaller, model, ref executions) is not null);
                Assert.Fail($"Program {number} of seed {seed} under {model}, made smaller: {smallest}\n"
                    + $"The checker finds {Difference(smallest, model, ref executions)}\nmade from: {program}");
            }

            number++;
        }

        output.WriteLine($"{executions} executions, no difference");
    }

    private static string? Difference(SmallProgram program, ModelName model, ref long executions)
    {
        OracleModel name = OracleModels.Of(model);
        OracleResult oracle = DotnetOracle.Solve(program, null, OracleOptions.CompiledCode, name)[name];
        executions += oracle.Executions;
        CheckerResult found = CheckerResult.Of(program, model);

        // With updates that acquire nothing all runs are looked at; where they are too many, that is no answer.
        bool isOpen = found.Result.Bounds is [{ Kind: BoundKind.LoadBuffering }, ..]
            && ($"{program}".Contains("_rlx", StringComparison.Ordinal)
                || $"{program}".Contains("_rel", StringComparison.Ordinal));
        return isOpen ? null : found.Difference(oracle);
    }
}
