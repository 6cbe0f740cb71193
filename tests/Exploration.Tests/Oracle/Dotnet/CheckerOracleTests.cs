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
    private static readonly ModelName[] Models = Enum.GetValues<ModelName>();

    /// <summary>All models at once: the oracle tries the same graphs for each.</summary>
    [Fact]
    public void Executions_and_outcomes_are_those_of_the_oracle_under_every_model()
    {
        int seed = Tier.Seed;
        output.WriteLine($"{Tier.RandomPrograms} programs of seed {seed}");
        long executions = 0;
        int number = 0;
        ProgramKind[] kinds = Enum.GetValues<ProgramKind>();
        foreach (SmallProgram program in ProgramGenerator.Programs(seed, kinds).Take(Tier.RandomPrograms))
        {
            if (Difference(program, Models, ref executions) is { } difference)
            {
                SmallProgram smallest = Smaller.Smallest(
                    program, smaller => Difference(smaller, [difference.Model], ref executions) is not null);
                Assert.Fail($"Program {number} of seed {seed} under {difference.Model}, made smaller: {smallest}\n"
                    + $"The checker finds {Difference(smallest, [difference.Model], ref executions)?.What}\n"
                    + $"made from: {program}");
            }

            number++;
        }

        output.WriteLine($"{executions} executions, no difference");
    }

    private static (ModelName Model, string What)? Difference(
        SmallProgram program, ModelName[] models, ref long executions)
    {
        IReadOnlyDictionary<OracleModel, OracleResult> oracle = DotnetOracle.Solve(
            program, null, OracleOptions.CompiledCode, [.. models.Select(OracleModels.Of)]);
        executions += oracle.Values.Sum(result => result.Executions);
        foreach (ModelName model in models)
        {
            if (Difference(program, model, oracle[OracleModels.Of(model)]) is { } difference)
            {
                return (model, difference);
            }
        }

        return null;
    }

    private static string? Difference(SmallProgram program, ModelName model, OracleResult oracle)
    {
        CheckerResult found = CheckerResult.Of(program, model);

        // With updates that acquire nothing all runs are looked at; where they are too many, that is no answer.
        bool isOpen = found.Result.Bounds is [{ Kind: BoundKind.LoadBuffering }, ..]
            && ($"{program}".Contains("_rlx", StringComparison.Ordinal)
                || $"{program}".Contains("_rel", StringComparison.Ordinal));
        return isOpen ? null : found.Difference(oracle);
    }
}
