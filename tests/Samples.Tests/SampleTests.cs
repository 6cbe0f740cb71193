using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Samples.Tests;

/// <summary>Every sample, run as a user would run it.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("01-torn-snapshot", "two fields: violated", "x - y = 1, expected 0",
        "one reference: passed in 2 executions")]
    [InlineData(
        "02-store-buffering",
        "Sc: volatile flags passed, with a fence passed",
        "Tso: volatile flags violated, with a fence passed",
        "Dotnet: volatile flags violated, with a fence passed",
        "neither sees the other's flag")]
    [InlineData(
        "03-queue", "Tso: plain head passed, volatile head passed", "Dotnet: plain head violated, volatile head passed",
        "dequeued 2, expected 1")]
    [InlineData("04-deadlock", "own lock first: violated", "Never ends: ToRight, ToLeft still wait",
        "in one order: passed in 2 executions")]
    [InlineData(
        "05-seqlock",
        "Sc: volatile recheck passed, read barrier passed",
        "Tso: volatile recheck passed, read barrier passed",
        "Dotnet: volatile recheck violated, read barrier passed",
        "the reader accepted a torn point")]
    [InlineData("06-tracker", "Sc: seqcount passed", "reader-recheck-unordered passed", "Dotnet: seqcount passed",
        "reader-recheck-unordered violated")]
    public void A_sample_says_what_it_is_there_to_show(string sample, params string[] lines)
    {
        (int exitCode, string output) = Run(sample);
        Assert.Equal(0, exitCode);
        Assert.All(lines, line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_sample_is_a_program_of_few_files_with_a_place_in_the_order() => Assert.All(
        Directory.GetDirectories(Repository.PathOf("samples"), "0*"),
        folder => Assert.InRange(Directory.GetFiles(folder, "*.cs").Length, 1, 3));

    /// <summary>The README's queue is the sample's, and what it prints is what the sample prints.</summary>
    [Fact]
    public void The_readme_shows_the_queue_as_it_is_and_what_the_checker_says_of_it()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        string ring = File.ReadAllText(Repository.PathOf("samples", "03-queue", "Ring.cs"));
        Assert.Contains(ring[ring.IndexOf("    public bool TryDequeue", StringComparison.Ordinal)..^"}\n".Length]
            .TrimEnd(), readme, StringComparison.Ordinal);
        string[] shown = Block(readme, "dequeued 2, expected 1");
        string[] printed = Run("03-queue").Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.All(shown, line => Assert.Contains(line.Trim(), printed));
    }

    private static string[] Block(string document, string firstLine)
    {
        int start = document.IndexOf($"```\n{firstLine}", StringComparison.Ordinal) + "```\n".Length;
        return document[start..document.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n');
    }

    private static (int ExitCode, string Output) Run(string sample)
    {
        string folder = Repository.PathOf("artifacts", "bin", sample, Repository.Configuration);
        ProcessStartInfo start = new(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{sample}.exe" : sample))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        // The runtime of this test, wherever its SDK was unpacked.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
