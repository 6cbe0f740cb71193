using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Stress.Tests.Bench;

/// <summary>
/// What the JIT makes of the hot loops (tier 1): the atomic instructions that the protocol asks for and no others, no
/// barrier where x86 needs none, and no call on the way of a writer that is alone. The loops over the values stay
/// loops: one instruction in the listing is executed once for each value. What exclusive and add-return do among others
/// is not in them: EmittedCodeTests of the tracker look at each access.
/// </summary>
public sealed partial class MachineCodeTests
{
    private static readonly Lazy<string> Listing =
        new(() => Compile(["--parts", "ratios"], ("DOTNET_JitDisasm", "Run")));

    [Theory]
    [InlineData("SharedSeqcount", 4, "begin, mapcount, each value, end")]
    [InlineData("ExclusiveSeqcount", 2, "begin, end")]
    [InlineData("AddReturnSeqcount", 2, "begin, end")]
    [InlineData("TwoWordSeqcount", 3, "begin; and as a shared writer: mapcount, each value")]
    [InlineData("PatientSeqcount", 3, "begin; and as a shared writer: mapcount, each value")]
    public void A_write_section_has_the_atomic_instructions_of_its_protocol(string protocol, int locked, string which)
    {
        AssertX64();
        string code = Method($@"SectionKernel`1\[Tracker\.Writing\.WriteSection`1\[[A-Za-z.]*{protocol}.*\]:Run\(");

        // The loop maps and unmaps: every section is there twice.
        int found = Locked().Count(code);
        Assert.True(found == 2 * locked, $"{found} atomic instructions instead of 2 times {locked} ({which}):\n{code}");
        Assert.All(
            Call().Matches(code).Select(match => match.Groups["target"].Value),
            target => Assert.Matches(OutOfLine(), target));
    }

    [Theory]
    [InlineData("BarrierRead")]
    [InlineData("AcquireRead")]
    [InlineData("TwoWordBarrierRead")]
    public void A_snapshot_is_loads_alone(string read)
    {
        AssertX64();
        string code = Method($@"SnapshotKernel`2\[.*,Tracker\.Reading\.{read}\]:Run\(");
        Assert.Equal(0, Locked().Count(code));
        Assert.DoesNotContain("fence", code, StringComparison.Ordinal);
        Assert.All(
            Call().Matches(code).Select(match => match.Groups["target"].Value),
            target => Assert.Matches(RangeCheck(), target));
    }

    [Theory]
    [InlineData("one-folio")]
    [InlineData("private-unpadded")]
    public void Ratios_of_two_threads_are_those_of_optimised_code_whatever_pattern_was_chosen(string pattern)
    {
        string compiled = Compile(
            ["--parts", "ratios", "--schemes", "rmap-id", "--protocols", "shared,exclusive", "--patterns", pattern],
            ("DOTNET_JitDisasmSummary", "1"));
        Assert.All(new[] { "SharedSeqcount", "ExclusiveSeqcount" }, protocol => Assert.Matches(
            $@"Stress\.Bench\.Cases\.WriteWorker`1\[.*{protocol}.*\]:Chunk\(\) \[Tier1,", compiled));
    }

    private static void AssertX64() => Assert.SkipUnless(
        RuntimeInformation.ProcessArchitecture == Architecture.X64, "the expected instructions are those of x86-64");

    /// <summary>The last listing of a method that is fully optimised code from its beginning.</summary>
    private static string Method(string pattern)
    {
        string[] methods = [.. Listing.Value.Split("; Assembly listing for method ").Where(text =>
            Regex.IsMatch(text.Split('\n')[0], pattern)
                && text.Split('\n')[0].Contains("(Tier1)", StringComparison.Ordinal))];
        Assert.True(methods.Length > 0, $"the JIT listed no tier-1 code for {pattern}");
        return methods[^1];
    }

    /// <summary>What the JIT writes down while <c>bench</c> measures for a second.</summary>
    private static string Compile(string[] arguments, (string Name, string Value) setting)
    {
        string listing = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start =
                new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stress.exe" : "stress"),
                    ["bench", .. arguments, "--time-budget", "1s"])
                {
                    RedirectStandardOutput = true,
                    Environment =
                    {
                        [setting.Name] = setting.Value,
                        ["DOTNET_JitStdOutFile"] = listing,
                        ["DOTNET_TieredPGO"] = "0",
                        ["DOTNET_TieredCompilation"] = "1",
                    },
                };
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return File.ReadAllText(listing);
        }
        finally
        {
            File.Delete(listing);
        }
    }

    [GeneratedRegex(@"(?m)^\s+(lock\s|xchg\s)")]
    private static partial Regex Locked();

    /// <summary>
    /// The slow path of a writer that is not alone, the failed check of an array's index, and a null MM, before the
    /// loop.
    /// </summary>
    [GeneratedRegex(@":(Share|UpdateApart|BackOff|TryAgain|GiveWay|Leave)\[|:RefuseNull\(|^CORINFO_HELP_RNGCHKFAIL$")]
    private static partial Regex OutOfLine();

    [GeneratedRegex(@"^CORINFO_HELP_RNGCHKFAIL$")]
    private static partial Regex RangeCheck();

    [GeneratedRegex(@"(?m)^\s+call\s+\[?(?<target>[^\r\n]*\S)")]
    private static partial Regex Call();
}
