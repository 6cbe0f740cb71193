using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace CoyoteTests.Guards;

/// <summary>The guard against silence: what runs here is rewritten, after every build.</summary>
public class RewritingTests
{
    private static readonly string[] Exercised = ["Atomics.dll", "Scenarios.dll", "Tracker.dll", "coyote-tests.dll"];

    [Fact]
    public void All_that_scenarios_run_is_listed() =>
        Assert.Equal(Exercised, RewritingGuard.Listed.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_listed_assembly_is_rewritten_as_loaded() =>
        Assert.All(RewritingGuard.Listed, file =>
        {
            Assembly assembly = Assembly.Load(Path.GetFileNameWithoutExtension(file));
            Assert.Equal(Path.Combine(AppContext.BaseDirectory, file), assembly.Location);
            Assert.Null(RewritingGuard.Complaint(assembly));
            Assert.Null(RewritingGuard.Complaint(assembly.Location));
        });

    [Fact]
    public void The_guard_complains_of_an_assembly_that_is_not_rewritten()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "originals", "Atomics.dll");
        AssemblyLoadContext context = new("originals", isCollectible: true);
        string? complaint = RewritingGuard.Complaint(context.LoadFromAssemblyPath(path));
        context.Unload();
        Assert.Contains("Atomics as loaded", complaint, StringComparison.Ordinal);
        Assert.Contains("is not rewritten", complaint, StringComparison.Ordinal);
        Assert.Contains("is not rewritten", RewritingGuard.Complaint(path), StringComparison.Ordinal);
    }

    /// <summary>A rewriter that forgets it makes tables of 64-bit numbers unreadable, or not, by luck.</summary>
    [Fact]
    public void Rewriting_keeps_constant_data_aligned()
    {
        ConstantData[] data = [
            .. RewritingGuard.Listed.SelectMany(file => ConstantData.Of(Path.Combine(AppContext.BaseDirectory, file)))];
        Assert.Contains(data, table => table.AlignmentBytes == sizeof(long));
        Assert.All(data, table => Assert.Equal(0, table.Rva % table.AlignmentBytes));
    }

    /// <summary>
    /// The second build copies the originals over the rewritten files again: rewriting must not be skipped.
    /// </summary>
    [Fact]
    public void The_second_build_rewrites_too()
    {
        string artifacts = Directory.CreateTempSubdirectory("coyote-tests-").FullName;
        try
        {
            for (int build = 1; build <= 2; build++)
            {
                Build(artifacts, build == 1 ? [] : ["--no-restore"]);
                string[] output = [.. RewritingGuard.Listed.Select(file =>
                    Directory.GetFiles(Path.Combine(artifacts, "bin", "coyote-tests"), file,
                        SearchOption.AllDirectories)
                        .Single(path => !path.Contains("originals", StringComparison.Ordinal)))];
                Assert.All(output, path => Assert.Null(RewritingGuard.Complaint(path)));

                // Never in place elsewhere: what other projects use stays as compiled.
                Assert.NotNull(RewritingGuard.Complaint(
                    Directory.GetFiles(Path.Combine(artifacts, "bin", "Tracker"), "Tracker.dll",
                        SearchOption.AllDirectories).Single()));

                // As an edit would: the next build compiles and copies Tracker again.
                File.SetLastWriteTimeUtc(
                    Directory.GetFiles(Path.Combine(artifacts, "bin", "Tracker"), "Tracker.dll",
                        SearchOption.AllDirectories).Single(),
                    DateTime.UtcNow);
            }
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    private static void Build(string artifacts, params string[] more)
    {
        ProcessStartInfo start = new(BuildMetadata.DotnetHost)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.PathOf("coyote-tests"),
            ArgumentList =
            {
                "build", "-c", "Release", "-m:1", "-nologo", "-v", "quiet", "-nodeReuse:false",
                "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false",
                $"-p:ArtifactsPath={artifacts}",
            },
        };
        Array.ForEach(more, start.ArgumentList.Add);

        // The tests may themselves run inside a build, whose settings are not for this one.
        foreach (string name in start.Environment.Keys.Where(
            name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
