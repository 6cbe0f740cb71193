using CoyoteTests.Canaries;
using CoyoteTests.Exploration;
using Scenarios.Canaries;

namespace CoyoteTests.Replay;

/// <summary>Recorded violations that are replayed as regressions: one for each kind of defect.</summary>
internal static class KeptTraces
{
    /// <summary>Set to 1, the kept traces are recorded again.</summary>
    public const string RefreshVariable = "STRESS_REFRESH_TRACES";

    /// <summary>The canaries whose traces are kept.</summary>
    public static IReadOnlyList<string> Canaries { get; } =
    [
        "reader-no-recheck",
        "reader-one-writer-bit",
        "writer-end-early",
        "sequence-torn-add",
        "exclusive-not-awaited",
        "two-word-leave-first",
        "reuse-without-recheck",
        "reference-after-mapcount",
    ];

    public static string PathOf(string canary) => Repository.PathOf("coyote-tests", "traces", $"{canary}.trace");

    /// <summary>The trace of a canary, recorded anew if that is asked for.</summary>
    public static string Read(string canary)
    {
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1")
        {
            ExplorationResult result = Explorer.Explore(
                CanaryCase.Create(CanaryCatalogue.Find(canary)), Strategy.Random, CanaryCase.MaxSchedules,
                Seeds.Number(1));
            File.WriteAllText(PathOf(canary), result.Trace);
        }

        return File.ReadAllText(PathOf(canary));
    }
}
