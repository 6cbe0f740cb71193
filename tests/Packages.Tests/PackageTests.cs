using System.IO.Compression;
using System.Xml.Linq;

namespace Packages.Tests;

/// <summary>What a user gets who has the packages and not the clone.</summary>
public class PackageTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public void Each_package_has_readme_licence_icon_documentation_and_symbols()
    {
        string[] libraries = [.. packages.FileNames.Where(name => name.EndsWith(".nupkg", StringComparison.Ordinal))];
        Assert.Equal(
            ["Stress", "Stress.Atomics", "Stress.Exploration", "Stress.Harness", "Stress.Weaving"],
            libraries.Select(IdOf).Order(StringComparer.Ordinal));
        Assert.All(libraries, file =>
        {
            using ZipArchive archive = ZipFile.OpenRead(Path.Combine(packages.Source, file));
            string[] entries = [.. archive.Entries.Select(entry => entry.FullName)];
            Assert.Contains("README.md", entries);
            Assert.Contains("icon.png", entries);
            Assert.Contains(entries, entry => entry.EndsWith("/Atomics.xml", StringComparison.Ordinal)
                || entry.EndsWith("/Exploration.xml", StringComparison.Ordinal)
                || entry.EndsWith("/Harness.xml", StringComparison.Ordinal)
                || entry.EndsWith("/Weaving.xml", StringComparison.Ordinal) || IdOf(file) == "Stress");
            XElement metadata = XDocument.Load(archive.GetEntry($"{IdOf(file)}.nuspec")!.Open()).Root!.Elements()
                .First();
            Assert.Equal("MIT", Value(metadata, "license"));
            Assert.Equal("README.md", Value(metadata, "readme"));
            Assert.Equal("icon.png", Value(metadata, "icon"));
            Assert.NotEmpty(Value(metadata, "description"));
        });
        Assert.All(libraries, file => Assert.Contains(Path.ChangeExtension(file, ".snupkg"), packages.FileNames));

        static string Value(XElement metadata, string name) =>
            metadata.Elements().Single(element => element.Name.LocalName == name).Value;
    }

    [Fact]
    public async Task A_project_outside_of_the_clone_has_one_test_that_passes_and_one_that_shows_the_counterexample()
    {
        string folder = packages.MakeFolder("outside");
        WriteProject(folder, "Outside");
        (int exitCode, string output) = await Dotnet.Run(folder, "dotnet", "test");
        Assert.True(exitCode == 2, output);
        Assert.Contains("total: 2", output, StringComparison.Ordinal);
        Assert.Contains("failed: 1", output, StringComparison.Ordinal);
        Assert.Contains("succeeded: 1", output, StringComparison.Ordinal);
        Assert.Contains("The_broken_sender_passes", output, StringComparison.Ordinal);
        Assert.Contains("the flag is set, but the message is not there", output, StringComparison.Ordinal);
        Assert.Contains("write plain flag: 1", output, StringComparison.Ordinal);
        Assert.Contains("at MessagePassing.cs:", output, StringComparison.Ordinal);
    }

    /// <summary>The framework's own packages, and how its classes and its tests are marked.</summary>
    public static TheoryData<string, string, string, string> Frameworks => new()
    {
        { "xunit", """<PackageReference Include="xunit.v3" Version="XUNIT" />""", "", "Xunit.Fact" },
        {
            "nunit",
            """
            <PackageReference Include="NUnit" Version="4.*" />
            <PackageReference Include="NUnit3TestAdapter" Version="5.*" />
            """,
            "",
            "NUnit.Framework.Test"
        },
        {
            "mstest",
            """<PackageReference Include="MSTest" Version="4.*" />""",
            "[Microsoft.VisualStudio.TestTools.UnitTesting.TestClass]",
            "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod"
        },
    };

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task Ordinary_classes_are_checked_from_any_test_framework(string framework, string references,
        string fixture, string mark)
    {
        string folder = packages.MakeFolder($"ordinary-{framework}");
        WriteProject(folder, "Ordinary", ("<REFERENCES />", references), ("MARK", mark), ("[FIXTURE]", fixture));
        (int exitCode, string output) = await Dotnet.Run(folder, "dotnet", "test");
        Assert.True(exitCode == 2, output);
        Assert.Contains("total: 2", output, StringComparison.Ordinal);
        Assert.Contains("failed: 1", output, StringComparison.Ordinal);
        Assert.Contains("A_plain_flag_passes", output, StringComparison.Ordinal);
        Assert.Contains("consumed 0, expected 7", output, StringComparison.Ordinal);
        Assert.Contains("read plain _isReady: true", output, StringComparison.Ordinal);
        Assert.Contains("at Handoffs.cs:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ordinary_code_is_checked_from_a_single_file()
    {
        string folder = packages.MakeFolder("file");
        WriteProject(folder, "File");
        (int exitCode, string output) = await Dotnet.Run(folder, "dotnet", "run", "check.cs");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("the volatile flag passes", output, StringComparison.Ordinal);
        Assert.Contains("consumed 0, expected 7", output, StringComparison.Ordinal);
        Assert.Contains("at check.cs:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_installs_from_the_folder_and_runs_outside_of_the_clone()
    {
        string folder = packages.MakeFolder("tool");
        string version =
            packages.FileNames.Single(
                name => IdOf(name) == "Stress"
                    && name.EndsWith(".nupkg", StringComparison.Ordinal))["Stress.".Length..^".nupkg".Length];
        await Dotnet.Succeed(
            folder, "dotnet", "tool", "install", "Stress", "--tool-path", folder, "--version", version, "--add-source",
            packages.Source);
        string stress = Path.Combine(folder, OperatingSystem.IsWindows() ? "stress.exe" : "stress");
        Assert.StartsWith("schemes", await Dotnet.Succeed(folder, stress, "list"), StringComparison.Ordinal);
        (int exitCode, string output) =
            await Dotnet.Run(folder, stress, "explore", "--canary", "reader-recheck-unordered", "--model", "rc11");
        Assert.True(exitCode == 1, output);
    }

    /// <summary>The part of a file name before the version.</summary>
    private static string IdOf(string fileName) =>
        string.Join('.', fileName.Split('.').TakeWhile(part => !char.IsAsciiDigit(part[0])));

    /// <summary>
    /// The project, with a package source and folders of its own: nothing of it stays behind on the machine.
    /// </summary>
    /// <param name="folder">Where it comes to lie.</param>
    /// <param name="pattern">What it is copied from.</param>
    /// <param name="words">What stands for a word of the pattern, beside the versions.</param>
    private void WriteProject(string folder, string pattern, params (string Word, string Text)[] words)
    {
        words = [.. words, ("XUNIT", VersionOf("xunit.v3"))];
        foreach (string source in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, pattern)))
        {
            // A project file in the clone would be taken for one of the clone's own.
            string name = Path.GetFileName(source);
            string text = words.Aggregate(
                File.ReadAllText(source), (text, word) => text.Replace(word.Word, word.Text, StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder, name.EndsWith(".txt", StringComparison.Ordinal)
                ? name[..^".txt".Length]
                : name), text);
        }

        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>{packages.Source}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{packages.MakeFolder("cache")}</RestorePackagesPath>
                <RestoreFallbackFolders>{GlobalPackages}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "global.json"),
            """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
    }

    private static string VersionOf(string package) =>
        XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(element => (string?)element.Attribute("Include") == package).Attribute("Version")!.Value;

    /// <summary>Packages that the build has fetched already need not be fetched again.</summary>
    private static string GlobalPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
