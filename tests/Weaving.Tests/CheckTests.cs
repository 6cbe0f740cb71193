using Exploration;
using Exploration.Assertions;
using Exploration.Counterexamples;
using Weaving;

namespace WeavingTests;

public static class CheckTests
{
    [Fact]
    public static void A_right_class_passes_under_every_model() =>
        Check.Class<Handoff>().Passes(Model.Sc, Model.Tso, Model.Dotnet).Sometimes("Consume=7").Sometimes("Consume=-1")
            .Never("Consume=0");

    [Fact]
    public static void A_wrong_class_fails_with_the_outcomes_and_an_execution_that_names_members_and_lines()
    {
        Check.Class<PlainHandoff>().Passes(Model.Sc, Model.Tso);
        ExplorationAssertionException failure =
            Assert.Throws<ExplorationAssertionException>(() => Check.Class<PlainHandoff>().Passes());

        Assert.Contains("consumed 0, expected 7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("read plain _isReady: true", failure.Message, StringComparison.Ordinal);
        Assert.Contains("at PlainHandoff.cs:", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "keeps the two in order. A Volatile.Read at PlainHandoff.cs:19 would.",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public static void A_counterexample_says_who_made_an_object()
    {
        ExplorationResult result = CodeExplorer.Explore(
            OpenCases.Of("release"), "Probes.MichaelScottBroken", new ExplorationOptions { Model = ModelName.Sc },
            cancellation: TestContext.Current.CancellationToken);
        CounterexampleStep[] steps = [.. result.Counterexample!.Steps];
        Assert.Contains(steps, step => step.Location == "Actor1's Node#1.Value");
        Assert.Contains(steps, step => step is { Location: "Node#1.Next", Value: "Node#1 (made by Actor1)" });
    }

    [Fact]
    public static void Draws_refute_a_wrong_class_and_never_pass_a_right_one()
    {
        ExplorationResult wrong = Check.Class<PlainHandoff>().Sample(500);
        Assert.Equal(["consumed 0, expected 7"], wrong.Violations);
        Assert.Single(
            Check.Class<PlainHandoff>().Sample(1, seed: wrong.Sample!.CounterexampleSeed!.Value).Violations);

        ExplorationResult right = Check.Class<Handoff>().Sample(500);
        Assert.Empty(right.Violations);
        Assert.Equal(ExplorationVerdict.Inconclusive, right.Verdict);
    }

    [Fact]
    public static void A_data_race_is_a_violation_if_asked_for()
    {
        ExplorationResult raced = Check.Class<PlainHandoff>().WithRaces().Explore(Model.Sc);

        Assert.Equal(ExplorationVerdict.Violated, raced.Verdict);
        Assert.Contains(raced.Violations,
            violation => violation.StartsWith("Data race on _", StringComparison.Ordinal));
        Assert.Equal(ExplorationVerdict.Passed, Check.Class<Handoff>().WithRaces().Explore(Model.Sc).Verdict);
    }

    [Fact]
    public static void What_is_reached_through_a_published_reference_is_not_raced_for() => Assert.Equal(
        ExplorationVerdict.Passed,
        CodeExplorer.Explore(OpenCases.Of("release"), "Cases.TreiberFixed", new ExplorationOptions { Model = Model.Sc },
            findsRaces: true, TestContext.Current.CancellationToken).Verdict);

    [Fact]
    public static void Closures_are_actors() => Check.Actors(() =>
    {
        object gate = new();
        int count = 0;
        void Add()
        {
            lock (gate)
            {
                count++;
                Require(count is 1 or 2);
            }
        }

        return [Add, Add];
    }).Passes(Model.Sc, Model.Tso, Model.Dotnet);

    [Fact]
    public static void What_a_closure_throws_is_a_violation()
    {
        ExplorationResult result = Check.Actors(() =>
        {
            int count = 0;
            return
            [
                () => count++,
                () =>
                {
                    count++;
                    Require(Volatile.Read(ref count) == 1);
                },
            ];
        }).Explore(Model.Sc);

        Assert.Equal(ExplorationVerdict.Violated, result.Verdict);
        Assert.Contains(result.Violations,
            violation => violation.Contains("Actor1 threw InvalidOperationException", StringComparison.Ordinal));
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("does not hold");
        }
    }

    [Fact]
    public static void Actors_and_invariants_of_a_base_class_count_private_and_static_ones_too()
    {
        ExplorationResult result = Check.Class<InheritingAll>().Explore(Model.Sc);
        Assert.Equal(ExplorationVerdict.Violated, result.Verdict);
        Assert.Equal(["Read=0 _word=1", "Read=1 _word=1"], result.Outcomes.Select(outcome => outcome.Outcome).Order());
    }

    [Fact]
    public static void An_override_takes_the_place_of_the_actor_that_it_overrides()
    {
        ExplorationResult result = Check.Class<InheritingOverridden>().Explore(Model.Sc);
        Assert.Equal(ExplorationVerdict.Passed, result.Verdict);
        Assert.Equal(["Read=-1 _word=1", "Read=0 _word=1"], result.Outcomes.Select(outcome => outcome.Outcome).Order());
    }
}
