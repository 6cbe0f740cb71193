using System.Text.Json;
using Atomics.Programs;
using CsCheck;
using Exploration;
using Exploration.Division;
using Exploration.Search;
using Exploration.Tests.Division;
using Weaving;

namespace WeavingTests;

/// <summary>The search of a class in parts, each of which knows only what it is given.</summary>
public class DividedClassTests
{
    private static readonly Equivalence[] Equivalences = Enum.GetValues<Equivalence>();

    /// <summary>Objects made by actors, load buffering, waits, boxes, closures, adds.</summary>
    private static readonly string[] Classes =
    [
        "Cases.TreiberBroken", "Cases.SpscRingBroken", "Cases.LongAdderFixed", "Cases.PromiseBroken",
        "Kinds.BoxedPairFixed", "Kinds.ClosureNestedFixed", "Probes.LoadBufferingBroken",
    ];

    public static TheoryData<string, ModelName, Equivalence> Searches =>
    [
        .. from name in Classes
           from model in Enum.GetValues<ModelName>()
           from equivalence in Equivalences
           where model != ModelName.Rc11 || name == "Kinds.BoxedPairFixed"
           select (name, model, equivalence),
    ];

    public static TheoryData<string, ModelName> WeakSearches =>
    [
        .. from name in Classes
           from model in new[] { ModelName.Dotnet, ModelName.Rc11 }
           select (name, model),
    ];

    [Theory]
    [MemberData(nameof(Searches))]
    public void Parts_in_processes_of_their_own_sum_up_to_the_whole(
        string name, ModelName model, Equivalence equivalence)
    {
        ExplorationOptions options = OptionsOf(model, equivalence);
        ExplorationResult whole = Explorer.Explore(
            ScenarioOf(name), options, TestContext.Current.CancellationToken);
        SearchInParts divided =
            new(() => ScenarioOf(name), options, splitInto: 5, Math.Max(2, whole.Executions / 6));
        Assert.Equal(SearchInParts.Describe(whole), divided.Run());
        Assert.Equal("1/1", divided.Shares);
    }

    [Theory]
    [MemberData(nameof(WeakSearches))]
    public void Workers_and_orders_of_exploration_find_what_one_worker_finds(string name, ModelName model)
    {
        ExplorationOptions options = OptionsOf(model, Equivalence.Graph);
        string whole = SearchInParts.Describe(
            Explorer.Explore(ScenarioOf(name), options, TestContext.Current.CancellationToken));
        foreach ((int workers, int? seed) in new (int, int?)[] { (2, null), (7, null), (1, 1) })
        {
            Assert.Equal(whole, SearchInParts.Describe(Explorer.Explore(
                ScenarioOf(name), options with { Workers = workers, ShuffleSeed = seed },
                TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public void A_part_finds_the_same_whatever_its_process_has_found_before() => Gen.Select(
        Gen.Int[0, Classes.Length - 1].Select(index => Classes[index]),
        Gen.Enum<ModelName>(),
        Gen.Enum<Equivalence>(),
        Gen.Int[0, int.MaxValue]).Sample(
            (name, model, equivalence, seed) =>
            {
                ExplorationOptions options = OptionsOf(model, equivalence);
                BranchShare[] branches = [.. Explore(ScenarioOf(name), options, [BranchShare.Root], splitInto: 9).Left];
                Random random = new(seed);
                random.Shuffle(branches);
                BranchShare[] part = [.. branches.Take(2)];
                ScenarioDeclaration used = ScenarioOf(name);
                Explorer.Explore(used, options with { ShuffleSeed = seed, LimitExecutions = 1 + random.Next(20) });
                Explore(used, options, [.. branches.Skip(2)], splitInto: 0);
                Assert.Equal(
                    Text(Explore(ScenarioOf(name), options, part, splitInto: 0)),
                    Text(Explore(used, options, part, splitInto: 0)));
            },
            iter: 15,
            threads: 1);

    [Fact]
    public void A_class_that_reads_two_late_objects_of_a_type_has_no_parts() => Assert.Contains(
        "Explore it in one piece",
        Assert.Throws<ExplorationException>(() => Explore(
            ScenarioOf(typeof(TwoLateObjects)), OptionsOf(ModelName.Sc, Equivalence.Graph), [BranchShare.Root],
            splitInto: 0)).Message,
        StringComparison.Ordinal);

    private static ExplorationOptions OptionsOf(ModelName model, Equivalence equivalence) =>
        new() { Model = model, Equivalence = equivalence, LimitViolations = long.MaxValue };

    private static ScenarioDeclaration ScenarioOf(string name) =>
        CodeExplorer.ScenarioOf(OpenCases.Of("release"), name);

    private static ScenarioDeclaration ScenarioOf(Type type) =>
        CodeExplorer.ScenarioOf(WovenAssembly.Load(type.Assembly.Location), type.FullName!);

    private static SearchPartResult Explore(
        ScenarioDeclaration scenario, ExplorationOptions options, BranchShare[] branches,
        int splitInto) =>
        DividedSearch.Explore(
            scenario, options,
            new SearchPart { Assumptions = new(), Branches = branches, SplitInto = splitInto },
            TestContext.Current.CancellationToken);

    private static string Text(SearchPartResult result) => JsonSerializer.Serialize(result);
}
