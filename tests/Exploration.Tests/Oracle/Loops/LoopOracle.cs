using System.Globalization;
using CsCheck;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>
/// Random programs with loops: outcomes, deadlocks and exceptions are those of a machine that tries every interleaving.
/// 500 programs, always the same, or 20 000 of a new seed with <c>STRESS_EXPLORE_TIER=long</c>;
/// <c>STRESS_EXPLORE_SEED</c> repeats a run.
/// </summary>
/// <param name="output">Where the seed and the tally go.</param>
/// <param name="model">The model; each has a class of its own, so that they run side by side.</param>
public abstract class LoopOracle(ITestOutputHelper output, ModelName model)
{
    private const string SeedVariable = "STRESS_EXPLORE_SEED";

    /// <summary>Fewer in the quick tier than without loops: waits have to be watched.</summary>
    private static int Programs => Tier.IsLong ? Tier.RandomPrograms : 500;

    [Fact]
    public void Programs_without_loops_do_what_the_machine_does()
    {
        LoopTally tally = Compare(LoopGen.StraightLine, Programs);
        Assert.Equal(0, tally.FiniteNotComplete + tally.NotFinite);
        Assert.True(tally.TooLarge <= Programs / 1_000, $"{tally.TooLarge} programs are too large to compare");
        AssertOften(tally.Accesses, Programs / 50);
    }

    [Fact]
    public void Programs_with_loops_do_what_the_machine_does()
    {
        LoopTally tally = Compare(LoopGen.WithLoops, Programs);
        Assert.True(tally.TooLarge < Programs / 20, $"{tally.TooLarge} programs are too large to compare");
        AssertOften(tally.Features, Programs / 100);
        AssertOften(tally.Accesses, Programs / 50);
        Assert.True(tally.WithDeadlock > Programs / 20, $"{tally.WithDeadlock} programs have a deadlock");
        Assert.True(tally.WithException > Programs / 100, $"{tally.WithException} programs throw");
        // A search that does not end is no pass, but an oracle for searches that do needs most of them to.
        int unfinished = tally.SmallNotComplete;
        Assert.True(unfinished <= tally.Small / 50, $"{unfinished} of {tally.Small} searches did not end");
    }

    private static void AssertOften<T>(IReadOnlyDictionary<T, int> counts, int least) =>
        Assert.All(counts, entry => Assert.True(entry.Value > least, $"{entry.Key} came up {entry.Value} times"));

    private LoopTally Compare(Gen<LoopProgram> programs, int count)
    {
        ulong seed = Seed();
        output.WriteLine($"{SeedVariable}={seed}, {model}");
        LoopTally tally = new();
        for (int number = 0; number < count; number++)
        {
            LoopProgram program = programs.Generate(new PCG((uint)number, seed), null, out _);
            LoopComparison comparison = LoopComparison.Of(program, model);
            tally.Count(program, comparison);
            if (comparison.Difference() is not null)
            {
                LoopProgram small = Shrinker.Shrink(program, smaller => Difference(smaller) is not null);
                Assert.Fail($"{model}, {SeedVariable}={seed}, program {number}: "
                    + $"the explorer finds {Difference(small)}\n{small}\nmade from\n{program}");
            }
        }

        output.WriteLine($"{tally}");
        return tally;

        string? Difference(LoopProgram program) => LoopComparison.Of(program, model).Difference();
    }

    private static ulong Seed() => Environment.GetEnvironmentVariable(SeedVariable) switch
    {
        null or "" => Tier.IsLong ? (ulong)Random.Shared.NextInt64() : 1,
        string text when ulong.TryParse(text, NumberStyles.None, null, out ulong seed) => seed,
        string text => throw new InvalidOperationException($"{SeedVariable} is '{text}'; accepted: a number"),
    };
}
