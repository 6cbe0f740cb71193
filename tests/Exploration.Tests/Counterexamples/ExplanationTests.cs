using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Exploration.Counterexamples;
using Exploration.Tests.Oracle;
using Scenarios.Litmus;

namespace Exploration.Tests.Counterexamples;

/// <summary>Whatever the order of the steps does not explain has a sentence.</summary>
public partial class ExplanationTests
{
    private const long Programs = 150;

    private static readonly RandomProgram s_storeBuffering = new(
    [
        [new(RandomKind.Store, 'x', 1), new(RandomKind.Load, 'y', 0)],
        [new(RandomKind.Store, 'y', 1), new(RandomKind.Load, 'x', 0)],
    ]);

    [Fact]
    public void Petersons_lock_fails_because_the_writes_of_the_turn_have_another_order_than_the_steps()
    {
        ExplorationResult result = Explorer.Explore(
            new PetersonScenario(), new ExplorationOptions { Model = ModelName.Rc11 },
            TestContext.Current.CancellationToken);
        Counterexample found = Assert.IsType<Counterexample>(result.Counterexample);
        Assert.Equal(
            [
                "P1 writes turn = 0 at step 6, although step 2 has written 1, which comes later in the order of the "
                    + "writes of turn: "
                    + "it becomes visible before its own thread's write of step 5; no release or barrier keeps the "
                    + "two in order. "
                    + $"A Volatile.Write at PetersonScenario.cs:{found.Steps[5].Line} would.",
                "P1 reads turn = 1 at step 9, which step 2 wrote, although step 6 has written 0 since: "
                    + "in the order of the writes of turn, step 6 comes before step 2.",
            ],
            found.Reorderings);
        AssertExplained(found);
    }

    [Theory]
    [InlineData(ModelName.Tso, Equivalence.Graph, LitmusAccess.Plain)]
    [InlineData(ModelName.Tso, Equivalence.Observation, LitmusAccess.Plain)]
    [InlineData(ModelName.Dotnet, Equivalence.Graph, LitmusAccess.Plain)]
    [InlineData(ModelName.Dotnet, Equivalence.Graph, LitmusAccess.Volatile)]
    [InlineData(ModelName.Dotnet, Equivalence.Observation, LitmusAccess.Plain)]
    [InlineData(ModelName.Rc11, Equivalence.Graph, LitmusAccess.Plain)]
    [InlineData(ModelName.Rc11, Equivalence.Graph, LitmusAccess.Volatile)]
    [InlineData(ModelName.Rc11, Equivalence.Observation, LitmusAccess.Plain)]
    public void Every_access_that_the_steps_do_not_explain_has_a_sentence(ModelName model, Equivalence equivalence,
        LitmusAccess access)
    {
        // Of random programs with few reorderings, 150 may show none: this one shows one whatever the model and the
        // accesses.
        Assert.True(Explain(s_storeBuffering) > 0);
        RandomProgram.Of(3, 4).Sample(program => { Explain(program); }, iter: Programs);

        int Explain(RandomProgram program)
        {
            ExplorationOptions options = new() { Model = model, Equivalence = equivalence };
            HashSet<string> strong = Outcomes(program, access, options with { Model = ModelName.Sc });
            string[] weak = [.. Outcomes(program, access, options).Except(strong)];
            foreach (string outcome in weak)
            {
                ExplorationResult result = Explorer.Explore(
                    program.ToScenario(access, shown => $"{shown}" == outcome ? outcome : null), options);
                AssertExplained(Assert.IsType<Counterexample>(result.Counterexample));
            }

            return weak.Length;
        }
    }

    /// <summary>Under sequential consistency the steps explain everything.</summary>
    [Fact]
    public void A_sequentially_consistent_execution_needs_no_sentence() => RandomProgram.Of(3, 3).Sample(
        program =>
        {
            ExplorationOptions options = new() { Model = ModelName.Sc };
            string last = Outcomes(program, LitmusAccess.Plain, options).Order(StringComparer.Ordinal).Last();
            ExplorationResult result = Explorer.Explore(
                program.ToScenario(LitmusAccess.Plain, outcome => $"{outcome}" == last ? last : null), options);
            Assert.Empty(Assert.IsType<Counterexample>(result.Counterexample).Reorderings);
        },
        iter: Programs);

    private static HashSet<string> Outcomes(RandomProgram program, LitmusAccess access, ExplorationOptions options) =>
        [.. Explorer.Explore(program.ToScenario(access), options).Outcomes.Select(outcome => outcome.Outcome)];

    /// <summary>
    /// Looks at the steps alone: what each read should return, and which write each word's order puts last.
    /// </summary>
    private static void AssertExplained(Counterexample found)
    {
        string text = found.ToText();
        HashSet<(string Verb, int Step)> explained =
            [.. found.Reorderings.Select(sentence => Sentence().Match(sentence))
            .Select(match => (match.Groups["verb"].Value,
                int.Parse(match.Groups["step"].Value, CultureInfo.InvariantCulture)))];
        for (int index = 0; index < found.Steps.Count; index++)
        {
            CounterexampleStep step = found.Steps[index];
            int[] before = [.. Enumerable.Range(0, index)
                .Where(other => IsWrite(found.Steps[other]) && found.Steps[other].Location == step.Location)];
            if (step.ReadFrom.Length > 0 && !ReadsWhatIsThere(step, before, found))
            {
                Assert.True(explained.Contains(("reads", index + 1)),
                    $"nothing explains the read of step {index + 1}:\n{text}");
            }
            else if (step.ReadFrom.Length == 0 && step.WrittenAfter.Length > 0
                && Array.Exists(before, other => Precedes(found, index, other)))
            {
                Assert.True(explained.Contains(("writes", index + 1)),
                    $"nothing explains the write of step {index + 1}:\n{text}");
            }
        }
    }

    private static bool IsWrite(CounterexampleStep step) =>
        step.WrittenAfter.Length > 0 || step.Operation.StartsWith("add", StringComparison.Ordinal);

    private static bool ReadsWhatIsThere(CounterexampleStep read, int[] before, Counterexample found)
    {
        bool commutes = before.Length > 0 && found.Steps[before[0]].WrittenAfter.Length == 0;
        string expected = before.Length == 0 ? "initial"
            : commutes ? $"steps {string.Join(", ", before.Select(index => index + 1))}"
            : $"step {before[^1] + 1}";
        return read.ReadFrom == expected;
    }

    /// <summary>Whether one write comes before another in the order of their word.</summary>
    private static bool Precedes(Counterexample found, int first, int second)
    {
        string at = found.Steps[second].WrittenAfter;
        while (at != "initial" && at != $"step {first + 1}")
        {
            at = found.Steps[int.Parse(at["step ".Length..], CultureInfo.InvariantCulture) - 1].WrittenAfter;
        }

        return at != "initial";
    }

    [GeneratedRegex(@"^P\d (?<verb>reads|writes) [\w ]+ = -?\d+ at step (?<step>\d+), ")]
    private static partial Regex Sentence();
}
