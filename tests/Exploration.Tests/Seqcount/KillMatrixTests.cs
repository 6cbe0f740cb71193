using Atomics.Programs;
using Exploration.Counterexamples;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests.Seqcount;

/// <summary>
/// Which defect of the seqcount shows under which memory model: what must be found is found, what must survive
/// survives.
/// </summary>
public class KillMatrixTests
{
    private const string Never = "";
    private const string Weak = "dotnet rc11";
    private const string Always = "sc tso dotnet rc11";

    /// <summary>Canary, models that find it with one writer, models that find it with two.</summary>
    public static TheoryData<string, string, string, string> Defects => new()
    {
        { "", Protocols.Shared, Never, Never },
        { "", Protocols.Exclusive, Never, Never },
        { "", Protocols.AddReturn, Never, Never },
        { "", Protocols.TwoWord, Never, Never },
        { "", Protocols.Patient, Never, Never },
        { "reader-recheck-unordered", Protocols.Shared, Weak, Weak },
        { "reader-first-read-plain", Protocols.Shared, Weak, Weak },
        { "writer-begin-unfenced", Protocols.Shared, Weak, Weak },
        { "writer-end-relaxed", Protocols.Shared, Weak, Weak },
        { "reader-no-recheck", Protocols.Shared, Always, Always },
        { "reader-ignores-writers", Protocols.Shared, Always, Always },
        { "reader-one-writer-bit", Protocols.Shared, Never, Always },
        { "writer-no-step", Protocols.Shared, Always, Always },
        { "writer-begin-late", Protocols.Shared, Always, Always },
        { "writer-end-early", Protocols.Shared, Always, Always },
        { "mapcount-torn-add", Protocols.Shared, Never, Always },
        { "sequence-torn-add", Protocols.Shared, Never, Always },
        { "exclusive-not-awaited", Protocols.Exclusive, Never, Always },
        { "exclusive-end-relaxed", Protocols.Exclusive, Weak, Weak },
        { "reader-recheck-unordered", Protocols.TwoWord, Weak, Weak },
        { "reader-first-read-plain", Protocols.TwoWord, Weak, Weak },
        { "reader-no-recheck", Protocols.TwoWord, Always, Always },
        { "reader-ignores-writers", Protocols.TwoWord, Always, Always },
        { "two-word-not-awaited", Protocols.TwoWord, Never, Always },
        { "two-word-leave-first", Protocols.TwoWord, Never, Always },
        { "two-word-recheck-swapped", Protocols.TwoWord, Never, Always },
        { "two-word-end-plain", Protocols.TwoWord, Weak, Weak },
        { "two-word-recheck-plain", Protocols.TwoWord, Never, Weak },
        { "reader-recheck-unordered", Protocols.Patient, Weak, Weak },
        { "reader-no-recheck", Protocols.Patient, Always, Always },
        { "patient-not-awaited", Protocols.Patient, Never, Always },
    };

    [Theory, MemberData(nameof(Defects))]
    public void A_defect_shows_exactly_where_it_must(string canary, string protocol, string withOneWriter,
        string withTwo)
    {
        Assert.Equal(withOneWriter, ModelsThatFind("seqcount", canary, protocol, writers: 1));
        Assert.Equal(withTwo, ModelsThatFind("seqcount", canary, protocol, writers: 2));
    }

    [Theory]
    [InlineData("seqcount", Never)]
    [InlineData("map-unmap", Weak)]
    public void An_announcement_that_only_releases_loses_updates_once_a_writer_comes_again(
        string scenario, string models)
    {
        TrackerSelection tracker = new(
            Protocols.TwoWord, IsStamped: false, Canary: CanaryCatalogue.Find("two-word-share-release"));
        ScenarioOptions size = new(Writers: 2, Readers: 0, Values: 1, tracker);
        Assert.Equal(models, ModelsThatFind(ScenarioCatalogue.Find(scenario).Create(size)));
    }

    /// <summary>
    /// Defects that take a writer which shares although nobody is inside when it comes in: where they show, and where
    /// not.
    /// </summary>
    [Theory]
    [InlineData("hand-over-words", "", Never)]
    [InlineData("give-way-words", "", Never)]
    [InlineData("share-words", "", Never)]
    [InlineData("hand-over-words", "two-word-not-looked", Always)]
    [InlineData("hand-over-words", "two-word-give-back-torn", Always)]
    [InlineData("hand-over-words", "two-word-give-back-first", Never)]
    [InlineData("give-way-words", "two-word-give-back-first", Always)]
    [InlineData("hand-over-words", "two-word-look-plain", Weak)]
    [InlineData("share-words", "two-word-leave-first", Always)]
    [InlineData("share-words", "two-word-recheck-swapped", Always)]
    [InlineData("share-words", "two-word-recheck-plain", Weak)]
    [InlineData("seqcount", "two-word-not-looked", Never)]
    public void A_defect_of_two_words_shows_where_a_writer_shares(string scenario, string canary, string models)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(scenario);
        TrackerSelection tracker =
            new(Protocols.TwoWord, IsStamped: false, Canary: canary.Length == 0 ? null : CanaryCatalogue.Find(canary));
        Assert.Equal(models, ModelsThatFind(entry.Create(entry.Defaults with { Tracker = tracker })));
    }

    /// <summary>
    /// Whether a barrier stands behind a plain look depends on what is read: .NET's model leaves open what that allows.
    /// </summary>
    [Fact]
    public void A_plain_look_where_no_writer_shares_shows_under_no_model_and_is_no_pass_under_dotnets()
    {
        TrackerSelection tracker =
            new(Protocols.TwoWord, IsStamped: false, Canary: CanaryCatalogue.Find("two-word-look-plain"));
        ScenarioEntry entry = ScenarioCatalogue.Find("seqcount");
        ScenarioDeclaration scenario = entry.Create(entry.Defaults with { Tracker = tracker });
        Assert.All(Enum.GetValues<ModelName>().Where(model => model != ModelName.Dotnet),
            model => Assert.False(Finds(scenario, model)));
        ExplorationResult result = Explorer.Explore(scenario, new ExplorationOptions { Model = ModelName.Dotnet },
            TestContext.Current.CancellationToken);
        Assert.Equal(ExplorationVerdict.Inconclusive, result.Verdict);
        Assert.Empty(result.Violations);
        Assert.Equal(BoundKind.LoadBuffering, Assert.Single(result.Bounds).Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_writer_with_the_weakest_sufficient_orders_survives(int writers) =>
        Assert.Equal(Never, ModelsThatFind("weak-writer", "", Protocols.Shared, writers));

    private static string ModelsThatFind(string scenario, string canary, string protocol, int writers)
    {
        TrackerSelection tracker =
            new(protocol, IsStamped: false, Canary: canary.Length == 0 ? null : CanaryCatalogue.Find(canary));
        return ModelsThatFind(ScenarioCatalogue.Find(scenario)
            .Create(new ScenarioOptions(writers, Readers: 1, Values: 1, tracker)));
    }

    private static string ModelsThatFind(ScenarioDeclaration declaration) =>
        string.Join(' ', Enum.GetValues<ModelName>().Where(model => Finds(declaration, model)).Select(Lower));

    private static bool Finds(ScenarioDeclaration scenario, ModelName model)
    {
        ExplorationOptions options = new() { Model = model, FindsSites = false };
        ExplorationResult result = Explorer.Explore(scenario, options);
        ExplorationResult coarse = Explorer.Explore(scenario, options with { Equivalence = Equivalence.Observation });
        Assert.NotEqual(ExplorationVerdict.Inconclusive, result.Verdict);
        Assert.Equal(result.Verdict, coarse.Verdict);
        AssertReplays(scenario, model, result);
        AssertReplays(scenario, model, coarse);
        return result.Verdict == ExplorationVerdict.Violated;
    }

    /// <summary>A counterexample, run again from its steps alone, is as wrong as before.</summary>
    private static void AssertReplays(ScenarioDeclaration scenario, ModelName model, ExplorationResult result)
    {
        if (result.Counterexample is Counterexample found)
        {
            Assert.Equal(found.Violation, Explorer.Replay(scenario, model, found.Steps));
        }
    }

    private static string Lower(ModelName model) => model.ToString().ToLowerInvariant();
}
