using Atomics.Programs;

namespace Exploration.Tests;

/// <summary>Actors reach each other through declared words only; whatever else they share is found.</summary>
public class IsolationTests
{
    private const string Shared = "share C# state";

    [Fact]
    public void A_captured_array_is_found() => AssertRefused(
        words =>
        {
            long[] captured = new long[1];
            return
            [
                _ =>
                {
                    captured[0] = 1;
                    words.WriteX(1);
                },
                registers => registers[0] = words.ReadX() == 1 ? captured[0] : 7,
            ];
        },
        "'P1'",
        Shared);

    [Fact]
    public void A_captured_variable_that_only_some_way_changes_is_found() => AssertRefused(
        words =>
        {
            bool seen = false;
            return
            [
                _ => seen |= words.ReadX() == 1,
                registers =>
                {
                    words.WriteX(1);
                    registers[0] = seen ? 1 : 0;
                },
            ];
        },
        "'P1'",
        Shared);

    /// <summary>Here the value also decides what the actor does next.</summary>
    [Fact]
    public void A_field_that_outlives_the_scenario_is_found()
    {
        StrongBox box = new();
        AssertRefused(
            words =>
            [
                _ => box.Value = 1,
                _ =>
                {
                    if (box.Value == 1)
                    {
                        words.WriteX(1);
                    }
                },
            ],
            "'P1'",
            "shared words");
    }

    [Fact]
    public void State_of_one_actor_alone_is_its_own()
    {
        ExplorationResult result = Explore(words =>
        {
            long[] scratch = new long[2];
            return
            [
                registers =>
                {
                    scratch[0] = words.ReadX();
                    scratch[1] = words.ReadX();
                    registers[0] = scratch[1] - scratch[0];
                },
                _ => words.WriteX(1),
            ];
        });
        Assert.Equal(["P0.r=0 P1.r=0", "P0.r=1 P1.r=0"], result.Outcomes.Select(outcome => outcome.Outcome));
    }

    [Fact]
    public void A_word_that_is_written_past_the_memory_parameter_is_named()
    {
        ExplorationException refused = Assert.Throws<ExplorationException>(
            () => Explorer.Explore(
                new DirectWrite(), new ExplorationOptions(), TestContext.Current.CancellationToken));
        Assert.Contains("'flag' directly", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_is_made_in_two_ways_is_refused()
    {
        int made = 0;
        AssertRefused(words => made++ == 0 ? [_ => words.WriteX(1)] : [_ => words.WriteX(1), _ => words.ReadX()],
            "made twice");
    }

    [Fact]
    public void An_actor_that_cannot_be_ended_is_refused() => AssertRefused(
        words =>
        [
            _ =>
            {
                while (true)
                {
                    try
                    {
                        if (words.ReadX() == 1)
                        {
                            return;
                        }

                        words.Pause();
                    }
                    catch (Exception)
                    {
                        // Swallows whatever it is.
                        continue;
                    }
                }
            },
            _ => words.WriteX(1),
        ],
        "'P0'",
        "catches every exception");

    private static void AssertRefused(Func<AdHocWords, ActorBody[]> bodies, params string[] words)
    {
        ExplorationException refused = Assert.Throws<ExplorationException>(() => Explore(bodies));
        Assert.All(words, word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
    }

    private static ExplorationResult Explore(Func<AdHocWords, ActorBody[]> bodies) =>
        Explorer.Explore(new AdHocScenario(bodies), new ExplorationOptions { Model = ModelName.Sc });

    private sealed class StrongBox
    {
        public int Value { get; set; }
    }

    private sealed unsafe class DirectWrite : Scenario
    {
        public override string Name => "direct-write";

        public override string Description => "Writes a word other than through the memory parameter.";

        public override ScenarioInstance Create<TMemory>()
        {
            SharedWords shared = new();
            nint flag = (nint)shared.Word32("flag");
            return new ScenarioInstance([new Actor("P0", [], _ => *(int*)flag = 1)], shared.Locations, [],
                _ => null, shared);
        }
    }
}
