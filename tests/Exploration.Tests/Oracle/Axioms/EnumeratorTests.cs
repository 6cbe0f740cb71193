using CsCheck;

namespace Exploration.Tests.Oracle.Axioms;

/// <summary>
/// Random programs without branches: the explorer finds as many executions, and the same outcomes, as a brute-force enumerator
/// that checks the published axioms on every candidate.
/// </summary>
public class EnumeratorTests(ITestOutputHelper output)
{
    private static readonly StraightWord[] Words = [new("x", Is32Bit: true), new("y", Is32Bit: false), new("z", Is32Bit: true)];

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Dotnet)]
    public void Executions_and_outcomes_are_those_of_the_axioms(ModelName model)
    {
        ulong seed = (ulong)Random.Shared.NextInt64();
        int programs = Tier.RandomPrograms;
        output.WriteLine($"{programs} programs of seed {seed} under {model}");
        Gen<StraightProgram> generator = Gen.OneOf(
            StraightProgram.Over(Words[..2]), StraightProgram.Over(Words), StraightProgram.Ring(Words[..2]), StraightProgram.Ring(Words));
        for (int number = 0; number < programs; number++)
        {
            StraightProgram program = generator.Generate(new PCG((uint)number, seed), null, out _);
            CandidateGraph[] allowed = [.. GraphEnumerator.Candidates(program).Where(graph => MemoryAxioms.Allow(model, graph))];
            ExplorationResult ordered = Explore(program, model, Equivalence.Graph);
            ExplorationResult unordered = Explore(program, model, Equivalence.Observation);
            string[] outcomes = [.. allowed.Select(graph => graph.Outcome()).Distinct().Order(StringComparer.Ordinal)];
            Assert.True(
                allowed.Length == ordered.Executions && outcomes.SequenceEqual(Outcomes(ordered)) && outcomes.SequenceEqual(Outcomes(unordered)),
                $"""
                Program {number} of seed {seed}: {program}
                The axioms allow {allowed.Length} executions, the explorer finds {ordered.Executions}.
                The axioms allow: {string.Join(" | ", outcomes)}
                The explorer, graph: {string.Join(" | ", Outcomes(ordered))}
                The explorer, observation: {string.Join(" | ", Outcomes(unordered))}
                """);
        }
    }

    private static IEnumerable<string> Outcomes(ExplorationResult result) => result.Outcomes.Select(outcome => outcome.Outcome);

    private static ExplorationResult Explore(StraightProgram program, ModelName model, Equivalence equivalence) => Explorer.Explore(
        new StraightScenario(program), new ExplorationOptions { Model = model, Equivalence = equivalence }, TestContext.Current.CancellationToken);
}
