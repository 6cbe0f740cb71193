using Atomics.Programs;
using Exploration.Division;
using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Generation;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests.Division;

public class DividedSearchTests(ITestOutputHelper output)
{
    public static TheoryData<ModelName, Equivalence> Kinds =>
    [
        .. Enum.GetValues<ModelName>()
            .SelectMany(model => Enum.GetValues<Equivalence>().Select(equivalence => (model, equivalence))),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parts_of_random_programs_sum_up_to_the_whole(ModelName model, Equivalence equivalence)
    {
        int seed = Tier.Seed;
        int count = Tier.RandomPrograms / 20;
        output.WriteLine($"{count} programs of seed {seed}");
        int parts = 0;
        int begunAgain = 0;
        foreach (SmallProgram program in ProgramGenerator.Programs(seed, Enum.GetValues<ProgramKind>()).Take(count))
        {
            SearchInParts divided = Compare(new SmallScenario(program), model, equivalence, splitInto: 3,
                limitExecutions: 2);
            parts += divided.Parts;
            begunAgain += divided.Beginnings - 1;
        }

        output.WriteLine($"{parts} parts, begun again {begunAgain} times");
        Assert.True(parts > 2 * count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parts_of_scenarios_sum_up_to_the_whole(ModelName model, Equivalence equivalence)
    {
        foreach (string name in new[] { "seqcount", "retry", "hand-over", "ids", "reuse" })
        {
            ScenarioEntry entry = ScenarioCatalogue.Find(name);
            Assert.True(Compare(entry.Create(entry.Defaults), model, equivalence, splitInto: 7,
                limitExecutions: 40).Parts > 3, name);
        }
    }

    [Theory]
    [InlineData("reader-no-recheck", ModelName.Sc)]
    [InlineData("reader-recheck-unordered", ModelName.Dotnet)]
    [InlineData("writer-no-step", ModelName.Tso)]
    public void The_counterexample_is_the_same_whichever_part_has_found_it(string canary, ModelName model)
    {
        Canary broken = CanaryCatalogue.Find(canary);
        ScenarioEntry entry = ScenarioCatalogue.Find(broken.Scenario!);
        ScenarioDeclaration scenario = entry.Create(entry.DefaultsWith(broken));
        SearchInParts divided = Compare(scenario, model, Equivalence.Graph, splitInto: 5, limitExecutions: 30);
        Assert.True(divided.Parts > 3);
    }

    [Fact]
    public void A_part_asked_twice_finds_the_same()
    {
        ScenarioEntry entry = ScenarioCatalogue.Find("seqcount");
        ExplorationOptions options = new() { Model = ModelName.Rc11 };
        SearchPart part = new() { Assumptions = new(), Branches = [BranchShare.Root], LimitExecutions = 100 };
        string[] texts = [.. Enumerable.Range(0, 2)
            .Select(_ => System.Text.Json.JsonSerializer.Serialize(DividedSearch.Explore(
            entry.Create(entry.Defaults), options, part, TestContext.Current.CancellationToken)))];
        Assert.Equal(texts[0], texts[1]);
    }

    [Theory]
    [InlineData("1.")]
    [InlineData("1.AgI=")]
    [InlineData("1.////////////")]
    [InlineData("2.AgI=")]
    [InlineData("1.no base 64")]
    public void A_branch_of_something_else_is_refused(string branch)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find("seqcount");
        SearchPart part = new() { Assumptions = new(), Branches = [new BranchShare(branch, "1/1")] };
        Exception? thrown = Record.Exception(() => DividedSearch.Explore(
            entry.Create(entry.Defaults), new ExplorationOptions(), part, TestContext.Current.CancellationToken));
        Assert.True(branch == "1." ? thrown is null : thrown is ExplorationException or FormatException, $"{thrown}");
    }

    private static SearchInParts Compare(
        ScenarioDeclaration scenario, ModelName model, Equivalence equivalence, int splitInto, long limitExecutions)
    {
        ExplorationOptions options =
            new() { Model = model, Equivalence = equivalence, LimitViolations = long.MaxValue, FindsSites = false };
        ExplorationResult whole = Explorer.Explore(scenario, options, TestContext.Current.CancellationToken);
        SearchInParts divided = new(() => scenario, options, splitInto, limitExecutions);
        Assert.Equal($"{scenario.Description}\n{SearchInParts.Describe(whole)}",
            $"{scenario.Description}\n{divided.Run()}");
        Assert.Equal("1/1", divided.Shares);
        return divided;
    }
}
