using System.Text.RegularExpressions;
using Exploration;
using Exploration.Assertions;
using Weaving;

namespace WeavingTests.Guide;

/// <summary>The examples of docs/YOUR-CODE.md do what it says.</summary>
public static partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("docs", "YOUR-CODE.md"));

    [Fact]
    public static void The_first_check_passes_and_stands_there_as_it_is_compiled()
    {
        string code = File.ReadAllText(Repository.PathOf("tests", "Weaving.Tests", "Guide", "RingTest.cs"));
        Assert.Contains(
            code[code.IndexOf("public class", StringComparison.Ordinal)..].Trim(), Guide, StringComparison.Ordinal);
        Check.Class<RingTest>().Passes(Model.Sc, Model.Tso, Model.Dotnet).Never("Consume=0").Sometimes("Consume=7");
        Check.Actors(() => { Ring ring = new(); return [() => ring.TryEnqueue(7), () => ring.TryDequeue(out _)]; })
            .Passes();
    }

    [Fact]
    public static void The_counterexample_is_what_a_check_prints()
    {
        ExplorationResult result = CodeExplorer.Explore(
            OpenCases.Of("release"), "Cases.SpscRingBroken", new ExplorationOptions { Model = Model.Dotnet },
            cancellation: TestContext.Current.CancellationToken);
        string printed = Assert.Throws<ExplorationAssertionException>(result.AssertPasses).Message;

        string[] shown = BlockAfter("## Reading a counterexample").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(shown.Length > 5);
        Assert.All(shown.Where(line => line.Trim() != "..."), line =>
            Assert.Contains(Squeezed(line), Squeezed(printed), StringComparison.Ordinal));
    }

    [Fact]
    public static void A_generated_failure_reads_as_it_stands_there()
    {
        Type type = OpenCases.Of("release").Assembly.GetType("Cases.LinStackWrong")!;
        LinearizabilityCheck check = new(
            OpenCases.Of("release"), type.GetNestedType("Subject")!, type.GetNestedType("Spec")!);
        string printed = Assert.Throws<ExplorationAssertionException>(
            () => check.PassesRandom(programs: 200, seed: 3, calls: 6, Model.Sc)).Message;

        string shown = BlockAfter("still fails").Trim();
        Assert.EndsWith("...", shown, StringComparison.Ordinal);
        Assert.StartsWith(shown[..^"...".Length].Trim(), printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Features.RefuseLinq")]
    [InlineData("Kinds.RefuseDate")]
    [InlineData("Kinds.RefusePInvoke")]
    [InlineData("Probes.ParseToSharedBroken")]
    [InlineData("Probes.UnalignedBroken")]
    public static void What_the_guide_says_is_refused_is(string name) =>
        Assert.Equal("unsupported", OpenCases.Verdict("release", name, ModelName.Sc));

    private static string BlockAfter(string words)
    {
        int at = Guide.IndexOf(words, StringComparison.Ordinal);
        int begin = Guide.IndexOf("```\n", at, StringComparison.Ordinal) + "```\n".Length;
        return Guide[begin..Guide.IndexOf("```", begin, StringComparison.Ordinal)];
    }

    private static string Squeezed(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
