using CsCheck;

namespace Exploration.Tests.Oracle.Axioms;

/// <summary>
/// Random programs without branches: the explorer finds as many executions, and the same outcomes, as a brute-force
/// enumerator that checks the published axioms on every candidate.
/// </summary>
public class EnumeratorTests(ITestOutputHelper output)
{
    private static readonly StraightWord[] Words =
        [new("x", Is32Bit: true), new("y", Is32Bit: false), new("z", Is32Bit: true)];

    private static readonly StraightWord[] WithData =
        [new("x", Is32Bit: true), new("d", Is32Bit: false, IsData: true), new("z", Is32Bit: true)];

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void Executions_and_outcomes_are_those_of_the_axioms(ModelName model) =>
        Compare(model, Words, (program, allowed) =>
        {
            ExplorationResult ordered = Explore(program, model, Equivalence.Graph);
            string found = Outcomes(ordered);
            string unordered = Outcomes(Explore(program, model, Equivalence.Observation));
            string outcomes = string.Join(
                " | ", allowed.Select(graph => graph.Outcome()).Distinct().Order(StringComparer.Ordinal));
            return allowed.Length == ordered.Executions && outcomes == found && outcomes == unordered
                ? null
                : $"""
                The axioms allow {allowed.Length} executions, the explorer finds {ordered.Executions}.
                The axioms allow: {outcomes}
                The explorer, graph: {found}
                The explorer, observation: {unordered}
                """;
        });

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void Data_races_are_found_where_happens_before_leaves_accesses_unordered(ModelName model)
    {
        int racy = 0;
        Compare(model, WithData, (program, allowed) =>
        {
            bool races = allowed.Any(graph => MemoryAxioms.HasDataRace(graph, program.Words));
            racy += races ? 1 : 0;
            ExplorationResult[] found =
                [.. Enum.GetValues<Equivalence>().Select(equivalence => Explore(program, model, equivalence))];
            bool agrees = found.All(result => result.Violations.Count > 0 == races && Replays(program, model, result));
            return agrees && allowed.Length == found[0].Executions
                ? null
                : $"""
                By the axioms it has {(races ? "a" : "no")} race in {allowed.Length} executions.
                The explorer finds {found[0].Executions} and:
                {string.Join(" | ", found.SelectMany(result => result.Violations))}
                """;
        });
        output.WriteLine($"{racy} of them have a data race");
    }

    /// <summary>Complains of the first program that a comparison has a complaint about.</summary>
    private void Compare(
        ModelName model, StraightWord[] words, Func<StraightProgram, CandidateGraph[], string?> complain)
    {
        ulong seed = (ulong)Random.Shared.NextInt64();
        output.WriteLine($"{Tier.RandomPrograms} programs of seed {seed} under {model}");
        Gen<StraightProgram> generator = Gen.OneOf(
            StraightProgram.Over(words[..2]),
            StraightProgram.Over(words),
            StraightProgram.Ring(words[..2]),
            StraightProgram.Ring(words));
        for (int number = 0; number < Tier.RandomPrograms; number++)
        {
            StraightProgram program = generator.Generate(new PCG((uint)number, seed), null, out _);
            string? complaint = complain(program, MemoryAxioms.Executions(model, program));
            Assert.True(complaint is null, $"Program {number} of seed {seed}: {program}\n{complaint}");
        }
    }

    private static bool Replays(StraightProgram program, ModelName model, ExplorationResult result) =>
        result.Counterexample is not { } found
        || Explorer.Replay(new StraightScenario(program), model, found.Steps) == found.Violation;

    private static string Outcomes(ExplorationResult result) =>
        string.Join(" | ", result.Outcomes.Select(outcome => outcome.Outcome));

    private static ExplorationResult Explore(StraightProgram program, ModelName model, Equivalence equivalence) =>
        Explorer.Explore(
            new StraightScenario(program),
            new ExplorationOptions
            {
                Model = model,
                Equivalence = equivalence,
                LimitViolations = long.MaxValue,
                FindsSites = false
            },
            TestContext.Current.CancellationToken);
}
