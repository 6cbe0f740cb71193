using Atomics.Programs;
using CsCheck;
using Exploration.Actors;
using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Generation;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle;

/// <summary>
/// Random programs: where one search answers for both readings of a failed compare-and-swap, a search with each of them
/// finds as many executions with the same outcomes.
/// </summary>
public class SwapComparisonTests(ITestOutputHelper output)
{
    private static readonly ExplorationOptions Options = new()
    {
        LimitViolations = long.MaxValue,
        FindsSites = false,
    };

    [Fact]
    public void One_search_finds_what_both_find()
    {
        int seed = Random.Shared.Next();
        int count = Tier.RandomPrograms / 8;
        output.WriteLine($"{2 * count} programs of seed {seed}");
        StraightWord[] words = [new("x", Is32Bit: true), new("y", Is32Bit: false)];
        Gen<StraightProgram> straight = Gen.OneOf(StraightProgram.Over(words), StraightProgram.Ring(words))
            .Where(program => program.Threads.Any(thread =>
                thread.Any(operation => operation.Kind == StraightKind.CompareExchange)));
        int failing = 0;
        for (int number = 0; number < count; number++)
        {
            StraightProgram program = straight.Generate(new PCG((uint)number, (ulong)seed), null, out _);
            failing += Compare(new StraightScenario(program), $"{program}");
        }

        output.WriteLine($"one search for {failing} straight ones in which a compare-and-swap fails");
        Assert.True(failing > 0);
        foreach (SmallProgram program in ProgramGenerator.Programs(seed, Enum.GetValues<ProgramKind>())
            .Take(count))
        {
            failing += Compare(new SmallScenario(program), $"{program}");
        }

        output.WriteLine($"one search for {failing} of all");
    }

    /// <summary>Compares.</summary>
    /// <returns>1 if one search has answered where a compare-and-swap fails.</returns>
    private static int Compare(ScenarioDeclaration scenario, string program)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ModelEngine acquiring = ModelEngine.Of(ModelName.Dotnet, swapAcquires: true);
        ExplorationResult? both = acquiring.SearchBoth(ProgramSource.Of(scenario), Options, cancellation);
        if (both is null)
        {
            return 0;
        }

        ExplorationResult documented = ModelEngine.Of(ModelName.Dotnet)
            .Search(ProgramSource.Of(scenario), Options, cancellation, out bool fails);
        ExplorationResult weak = acquiring.Search(ProgramSource.Of(scenario), Options, cancellation, out _);
        Assert.Equal($"{program}: {TextOf(documented)}", $"{program}: {TextOf(both)}");
        Assert.Equal($"{program}: {TextOf(weak)}", $"{program}: {TextOf(both)}");
        return fails ? 1 : 0;
    }

    private static string TextOf(ExplorationResult result) =>
        $"{result.Executions} executions, {result.Blocked} blocked, {result.Truncated} truncated: "
        + string.Join(" | ", result.Outcomes.Select(outcome => $"{outcome.Count} {outcome.Outcome}"))
        + string.Join(" | ", result.Violations.Concat(result.Bounds.Select(bound => bound.Reason)))
        + string.Join(" ", result.Counterexample?.Steps.Select(step => $"{step}") ?? []);
}
