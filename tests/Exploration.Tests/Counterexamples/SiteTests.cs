using System.Runtime.Loader;
using Atomics.Programs;
using Exploration.Counterexamples;
using OwnSeqlock;

namespace Exploration.Tests.Counterexamples;

public class SiteTests
{
    private static readonly HashSet<Type> s_seen = [];

    [Fact]
    public void Every_step_has_the_line_of_its_operation()
    {
        string[] source = File.ReadAllLines(Repository.PathOf("samples", "OwnSeqlock", "Seqlock.cs"));
        Counterexample found = Explore(new SeqlockScenario(isRepaired: false), ModelName.Rc11);
        Assert.All(
            found.Steps,
            step => Assert.EndsWith("samples/OwnSeqlock/Seqlock.cs", step.File, StringComparison.Ordinal));
        Assert.Equal(
            [
                "int before = TMemory.ReadAcquire(ref *version);",
                "left = TMemory.ReadPlain(ref *x);",
                "right = TMemory.ReadPlain(ref *y);",
                "return before % 2 == 0 && TMemory.ReadAcquire(ref *version) == before;",
            ],
            StatementsOf("reader"));
        Assert.Equal(
            [
                "int before = TMemory.ReadPlain(ref *version);",
                "TMemory.WritePlain(ref *version, before + 1);",
                "TMemory.WriteBarrier(); // The odd version is visible before the point changes.",
                "TMemory.WritePlain(ref *x, value);",
                "TMemory.WritePlain(ref *y, value);",
                "TMemory.WriteRelease(ref *version, before + 2); // The point is visible before the even version.",
            ],
            StatementsOf("writer"));

        IEnumerable<string> StatementsOf(string thread) =>
            found.Steps.Where(step => step.Thread == thread).Select(step => source[step.Line!.Value - 1].Trim());
    }

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    public void Small_methods_failed_turns_constants_and_exceptions_do_not_hide_a_line(ModelName model)
    {
        Counterexample found = Explore(new SiteScenario(), model);
        Assert.Contains("saw", found.Violation, StringComparison.Ordinal);
        Assert.Equal(Expected(model), found.Steps.Select(Describe).Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Code that has run often is optimized, and inlined: with one memory type for all, the 720th counterexample of a
    /// process named wrong lines.
    /// </summary>
    [Fact]
    public void Each_counterexample_has_code_compiled_for_it_alone()
    {
        SiteScenario scenario = new();
        Counterexample found = Explore(scenario, ModelName.Rc11);
        for (int search = 0; search < 5; search++)
        {
            scenario.Memories.Clear();
            Assert.Equal(found.Steps, Explorer.FindSites(scenario, found).Steps);
            Assert.Equal((2, 1), (scenario.Memories.Count, scenario.Memories.Distinct().Count()));
            Assert.True(s_seen.Add(scenario.Memories[0]), $"search {search} ran {scenario.Memories[0]} again");
        }
    }

    [Fact]
    public void The_text_names_the_line_behind_each_step()
    {
        Counterexample found = Explore(new SiteScenario(), ModelName.Sc);
        Assert.All(
            found.ToText().Split('\n').Skip(2).Take(found.Steps.Count).Zip(found.Steps),
            row => Assert.EndsWith($"  at SiteScenario.cs:{row.Second.Line}", row.First, StringComparison.Ordinal));
    }

    [Fact]
    public void The_text_names_a_file_without_its_folders()
    {
        CounterexampleStep step = new("P0", "write plain", "x", "1", "", "initial");
        Assert.Equal("", step.ToSiteText());
        Assert.Equal("at Seqlock.cs:31", (step with { File = "src/own/Seqlock.cs", Line = 31 }).ToSiteText());
        Assert.Equal("at Seqlock.cs:31", (step with { File = @"src\own\Seqlock.cs", Line = 31 }).ToSiteText());
    }

    [Fact]
    public void A_path_that_a_deterministic_build_has_mapped_begins_at_the_root_of_its_repository()
    {
        CounterexampleStep step = Assert.Single(Explore(new MappedScenario(), ModelName.Sc).Steps);
        Assert.Equal(("src/Mapped.cs", 31), (step.File, step.Line));
    }

    [Fact]
    public void Code_without_debug_information_has_no_sites()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string bare = Path.Combine(folder.FullName, "OwnSeqlock.dll");
            File.Copy(typeof(SeqlockScenario).Assembly.Location, bare);
            Type scenario = new AssemblyLoadContext("bare").LoadFromAssemblyPath(bare)
                .GetType(typeof(SeqlockScenario).FullName!, throwOnError: true)!;
            Counterexample found = Explore(
                (ScenarioDeclaration)Activator.CreateInstance(scenario, [false])!, ModelName.Rc11);
            Assert.NotEmpty(found.Steps);
            Assert.All(found.Steps, step => Assert.Equal((null, null), (step.File, step.Line)));
            Assert.DoesNotContain("at Seqlock.cs", found.ToText(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Sites_of_an_earlier_counterexample_are_found_again()
    {
        Counterexample found = Explore(new SiteScenario(), ModelName.Rc11);
        Counterexample bare = found with
        {
            Steps = [.. found.Steps.Select(step => step with { File = null, Line = null })],
        };
        Assert.Equal(found.Steps, Explorer.FindSites(new SiteScenario(), bare).Steps);

        // Of other code as far as it is the same: here no step is.
        Assert.All(
            Explorer.FindSites(new SeqlockScenario(isRepaired: true), found).Steps,
            step => Assert.Null(step.File));
    }

    [Fact]
    public void A_search_that_shall_not_look_for_sites_has_none()
    {
        ExplorationOptions options = new() { FindsSites = false };
        ExplorationResult result = Explorer.Explore(new SiteScenario(), options, TestContext.Current.CancellationToken);
        Assert.All(result.Counterexample!.Steps, step => Assert.Null(step.Line));
    }

    private static Counterexample Explore(ScenarioDeclaration scenario, ModelName model) =>
        Explorer.Explore(scenario, new ExplorationOptions { Model = model }).Counterexample!;

    private static string Describe(CounterexampleStep step) =>
        $"{step.Thread} {step.Operation} {step.Location} {step.ToSiteText()}";

    /// <summary>What the scenario does until the reader throws in its second turn, sorted.</summary>
    private static IEnumerable<string> Expected(ModelName model)
    {
        (string Step, string Call)[] steps =
        [
            ("reader read acquire flag", "ReadAcquire(ref *flag)"),
            ("reader read acquire flag", "ReadAcquire(ref *flag)"),
            ("reader read plain data", "ReadPlain(ref *data)"),
            ("writer exchange flag", "Exchange(ref *flag"),
            ("writer write plain data", "WritePlain(ref *data"),
        ];
        (string Step, string Call)[] barriers =
            [("reader read barrier ", "ReadBarrier()"), ("writer full barrier ", "FullBarrier()")];
        bool[] isStep = [model == ModelName.Rc11, model != ModelName.Sc];
        return steps.Concat(barriers.Where((_, index) => isStep[index]))
            .Select(step => $"{step.Step} at SiteScenario.cs:{LineOf(step.Call)}")
            .Order(StringComparer.Ordinal);
    }

    private static int LineOf(string call)
    {
        string path = Repository.PathOf("tests", "Exploration.Tests", "Counterexamples", "SiteScenario.cs");
        string[] source = File.ReadAllLines(path);
        string line = source.Single(line => line.Contains($"TMemory.{call}", StringComparison.Ordinal));
        return 1 + Array.IndexOf(source, line);
    }
}
