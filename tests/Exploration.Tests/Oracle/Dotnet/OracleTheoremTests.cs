using Exploration.Tests.Oracle.Dotnet.Generation;
using Exploration.Tests.Oracle.Dotnet.Models;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// What must hold of the models on every program, tried on random ones: 2 000, always the same, or 20 000 of a new
/// seed with <c>STRESS_EXPLORE_TIER=long</c>; <c>STRESS_EXPLORE_SEED</c> repeats a run.
/// </summary>
public class OracleTheoremTests(ITestOutputHelper output)
{
    private static readonly ProgramKind[] Kinds = Enum.GetValues<ProgramKind>();

    [Fact]
    public void A_weaker_model_allows_what_a_stronger_one_does() => ForAll(Kinds, (program, _) =>
    {
        Outcomes allowed = new(program, OracleOptions.None, Enum.GetValues<OracleModel>());
        return allowed.AreWithin(OracleModel.Sc, OracleModel.Tso)
            ?? allowed.AreWithin(OracleModel.Tso, OracleModel.Dotnet)
            ?? allowed.AreWithin(OracleModel.Sc, OracleModel.Rc11);
    });

    /// <summary>
    /// Where a failed compare-exchange fences nothing: the document makes it a full fence, which no Arm64 code is.
    /// </summary>
    [Theory]
    [InlineData(OracleOptions.None)]
    [InlineData(OracleOptions.Lse)]
    public void Arm64_is_within_dotnet(object code) => ForAll(Kinds, (program, _) =>
        new Outcomes(program, (OracleOptions)code | OracleOptions.WeakExchange, OracleModel.Arm, OracleModel.Dotnet)
            .AreWithin(OracleModel.Arm, OracleModel.Dotnet));

    [Fact]
    public void A_barrier_adds_no_outcome() => ForAll(Kinds, (program, random) =>
    {
        OracleModel[] models = [OracleModel.Tso, OracleModel.Rc11, OracleModel.Dotnet];
        SmallProgram more = Barriers.AddOne(program, random);
        return new Outcomes(more, OracleOptions.None, models)
            .AreWithin(new Outcomes(program, OracleOptions.None, models), $"{more}");
    });

    [Fact]
    public void Full_barriers_before_everything_make_every_model_sequential() => ForAll(Kinds, (program, _) =>
    {
        OracleModel[] models = [OracleModel.Sc, OracleModel.Tso, OracleModel.Rc11, OracleModel.Dotnet];
        Outcomes allowed = new(Barriers.AddEverywhere(program), OracleOptions.None, models);
        return allowed.AreWithin(OracleModel.Tso, OracleModel.Sc)
            ?? allowed.AreWithin(OracleModel.Rc11, OracleModel.Sc)
            ?? allowed.AreWithin(OracleModel.Dotnet, OracleModel.Sc);
    });

    [Theory]
    [InlineData(OracleOptions.IndexOrder, true)]
    [InlineData(OracleOptions.Reachable, true)]
    [InlineData(OracleOptions.NoElision, true)]
    [InlineData(OracleOptions.WeakExchange, false)]
    [InlineData(OracleOptions.GraphValues, false)]
    [InlineData(OracleOptions.CompiledCode, false)]
    [InlineData(OracleOptions.AnyOccurrence, false)]
    public void An_option_makes_dotnet_stronger_or_weaker(object option, bool isStronger) => ForAll(
        Kinds,
        (program, _) =>
        {
            Outcomes chosen = new(program, OracleOptions.None, OracleModel.Dotnet);
            Outcomes other = new(program, (OracleOptions)option, OracleModel.Dotnet);
            return isStronger ? other.AreWithin(chosen, $"{option}") : chosen.AreWithin(other, $"{option}");
        },
        programs: Tier.RandomPrograms / 4);

    [Fact]
    public void A_compiler_that_takes_one_step_or_two_adds_no_outcome()
    {
        SortedDictionary<string, int> steps = [];
        ProgramKind[] kinds =
            [ProgramKind.Plain, ProgramKind.Plain, ProgramKind.Words, ProgramKind.Ring, ProgramKind.Locks];
        ForAll(kinds, (program, random) =>
        {
            int thread = random.Next(program.Threads.Length);
            Statement[] compiled = program.Threads[thread];
            for (int step = random.Next(2); step < 2; step++)
            {
                IGrouping<string, Statement[]>[] possible =
                    [.. CompilerSteps.Of(compiled).GroupBy(each => each.Name, each => each.Thread)];
                if (possible.Length > 0)
                {
                    IGrouping<string, Statement[]> kind = possible[random.Next(possible.Length)];
                    compiled = kind.ElementAt(random.Next(kind.Count()));
                    steps[kind.Key] = steps.GetValueOrDefault(kind.Key) + 1;
                }
            }

            SmallProgram target =
                program with { Threads = [.. program.Threads[..thread], compiled, .. program.Threads[(thread + 1)..]] };
            return new Outcomes(target, OracleOptions.None, OracleModel.Dotnet)
                .AreWithin(new Outcomes(program, OracleOptions.None, OracleModel.Dotnet), $"{target}");
        });
        output.WriteLine(string.Join(", ", steps.Select(step => $"{step.Key} {step.Value}")));
        Assert.Equal(9, steps.Count);
        Assert.All(steps.Values, count => Assert.True(count > 10));
    }

    private void ForAll(ProgramKind[] kinds, Func<SmallProgram, Random, string?> complain, int? programs = null)
    {
        int seed = Tier.Seed;
        int count = programs ?? Tier.RandomPrograms;
        output.WriteLine($"{count} programs of seed {seed}");
        int number = 0;
        foreach (SmallProgram program in ProgramGenerator.Programs(seed, kinds).Take(count))
        {
            string? complaint = complain(program, new Random(number));
            Assert.True(complaint is null, $"Program {number} of seed {seed}: {program}\n{complaint}");
            number++;
        }
    }

    /// <summary>The outcomes of a program by model.</summary>
    private sealed class Outcomes(SmallProgram program, OracleOptions options, params OracleModel[] models)
    {
        private readonly IReadOnlyDictionary<OracleModel, OracleResult> _results =
            DotnetOracle.Solve(program, null, options, models);

        /// <summary>What one model allows and another one not; null for nothing.</summary>
        public string? AreWithin(OracleModel strong, OracleModel weak) =>
            Missing(_results[strong], _results[weak], $"{strong} allows, {weak} does not");

        /// <summary>What is allowed under some model here and not there; null for nothing.</summary>
        public string? AreWithin(Outcomes other, string here) => _results
            .Select(result => Missing(
                result.Value, other._results[result.Key], $"allowed by {here} under {result.Key} alone"))
            .FirstOrDefault(complaint => complaint is not null);

        private static string? Missing(OracleResult strong, OracleResult weak, string what)
        {
            HashSet<string> allowed = [.. weak.Outcomes.Select(Changed)];
            return strong.Outcomes.FirstOrDefault(outcome => !allowed.Contains(Changed(outcome))) is { } missing
                ? $"{what}: {missing}"
                : null;
        }

        /// <summary>
        /// An outcome without words that are as they were: a compiled program may never come to one at all.
        /// </summary>
        private static string Changed(string outcome) => string.Join(
            ' ',
            outcome.Split(' ').Where(each => each.Contains(':') || !each.EndsWith("=0", StringComparison.Ordinal)));
    }
}
