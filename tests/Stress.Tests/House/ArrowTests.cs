using System.Reflection;
using System.Xml.Linq;

namespace Stress.Tests.House;

/// <summary>
/// Arrows between projects, and between the namespaces inside one, point one way, and nothing in src knows how it is
/// tested.
/// </summary>
public class ArrowTests
{
    /// <summary>What is more than options, plans and reports belongs behind it.</summary>
    private const int MostFilesOfTheCommandLine = 160;

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Atomics"] = [],
        ["Exploration"] = ["Atomics"],
        ["Harness"] = ["Exploration"],
        ["Weaving"] = ["Exploration"],
        ["Tracker"] = ["Atomics"],
        ["Rivals"] = ["Tracker"],
        ["Scenarios"] = ["Rivals", "Tracker"],
        ["Proof"] = ["Tracker"],
        ["Runs"] = ["Harness", "Proof", "Scenarios"],
        ["Campaigns"] = ["Exploration", "Harness"],
        ["Stress"] = ["Campaigns", "Exploration", "Harness", "Proof", "Runs", "Scenarios", "Weaving"],
    };

    /// <summary>What a user's project would take in is free of packages.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Runs"] = ["HdrHistogram"],
        ["Weaving"] = ["Mono.Cecil"],
        ["Stress"] =
            ["HdrHistogram", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "ScottPlot", "Spectre.Console",
                "System.CommandLine"],
    };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Every_project_of_src_has_its_place() =>
        Assert.Equal(
            Arrows.Keys.Order(),
            Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
                .Select(file => Path.GetFileNameWithoutExtension(file)).Order());

    [Fact]
    public void Every_project_of_src_has_its_tests() =>
        Assert.All(Arrows.Keys, project => Assert.True(
            File.Exists(Repository.PathOf("tests", $"{project}.Tests", $"{project}.Tests.csproj")),
            $"{project} has none"));

    [Fact]
    public void The_command_line_stays_small() =>
        Assert.InRange(SourceFile.All.Count(file => file.Name.StartsWith("src/Stress/", StringComparison.Ordinal)
            && file.Name.EndsWith(".cs", StringComparison.Ordinal)), 1, MostFilesOfTheCommandLine);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_its_neighbours_only(string project) =>
        Assert.Equal(
            Arrows[project],
            Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_compiled_project_refers_to_what_lies_behind_its_arrows_only(string project)
    {
        IEnumerable<string> references = Compiled(project).GetReferencedAssemblies()
            .Select(reference => reference.Name!);
        Assert.Empty(references.Where(Arrows.ContainsKey).Except(Behind(project)));
        Assert.DoesNotContain(references, name =>
            name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Microsoft.Coyote", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Testing", StringComparison.Ordinal)
            || name is "CsCheck");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_runs_and_the_command_line_use_packages(string project) =>
        Assert.Equal(Packages.GetValueOrDefault(project, []), Includes(project, "PackageReference").Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_namespaces_of_a_project_use_each_other_in_a_circle(string project) =>
        Assert.Empty(NamespaceArrows.Of(Compiled(project).Location, project).OnCircles());

    [Fact]
    public void Every_test_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.PathOf("Stress.sln"));
        Assert.All(
            SourceFile.EndingWith("ests.csproj"),
            project => Assert.Contains(project.Name.Replace('/', '\\'), solution, StringComparison.Ordinal));
    }

    private static Assembly Compiled(string project) => Assembly.Load(project == "Stress" ? "stress" : project);

    private static IEnumerable<string> Behind(string project) =>
        Arrows[project].SelectMany(next => Behind(next).Append(next)).Distinct();

    private static IEnumerable<string> Includes(string project, string item) =>
        XDocument.Load(Repository.PathOf("src", project, $"{project}.csproj"))
            .Descendants(item).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
