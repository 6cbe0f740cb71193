using System.Reflection;
using System.Xml.Linq;

namespace Stress.Tests.House;

/// <summary>Arrows between projects point one way, and nothing in src knows how it is tested.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Atomics"] = [],
        ["Tracker"] = ["Atomics"],
        ["Scenarios"] = ["Tracker"],
        ["Exploration"] = ["Atomics"],
        ["Stress"] = ["Exploration", "Scenarios"],
    };

    private static readonly string[] CommandLinePackages =
        ["HdrHistogram", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "ScottPlot", "Spectre.Console", "System.CommandLine"];

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Every_project_of_src_has_its_place() =>
        Assert.Equal(
            Arrows.Keys.Order(),
            Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)).Order());

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
        Assembly assembly = Assembly.Load(project == "Stress" ? "stress" : project);
        IEnumerable<string> references = assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.Empty(references.Where(Arrows.ContainsKey).Except(Behind(project)));
        Assert.DoesNotContain(references, name =>
            name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Microsoft.Coyote", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Testing", StringComparison.Ordinal)
            || name is "CsCheck");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_the_command_line_uses_packages(string project) =>
        Assert.Equal(project == "Stress" ? CommandLinePackages : [], Includes(project, "PackageReference").Order());

    [Fact]
    public void Every_test_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.PathOf("Stress.sln"));
        Assert.All(
            SourceFile.EndingWith("ests.csproj"),
            project => Assert.Contains(project.Name.Replace('/', '\\'), solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Behind(string project) =>
        Arrows[project].SelectMany(next => Behind(next).Append(next)).Distinct();

    private static IEnumerable<string> Includes(string project, string item) =>
        XDocument.Load(Repository.PathOf("src", project, $"{project}.csproj"))
            .Descendants(item).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
