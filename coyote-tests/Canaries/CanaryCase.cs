using Atomics.Programs;
using CoyoteTests.Exploration;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.Canaries;

/// <summary>A canary in the scenario that shows it.</summary>
internal static class CanaryCase
{
    /// <summary>Schedules within which a canary must be found; the most that any of ten seeds took was 4 496.</summary>
    public const int MaxSchedules = 5_000;

    // Q-learning settles on few schedules and repeats them. What takes several preemptions it may never try.
    private static readonly string[] MissedByQLearning =
    [
        "reader-one-writer-bit",
        "two-word-not-looked",
        "two-word-give-back-torn",
        "two-word-give-back-first",
        "two-word-recheck-swapped",
        "reuse-without-recheck",
        "reference-after-mapcount",
        "id-scan-never-wraps",
    ];

    // Three or four changes of thread within a few accesses are unlikely where a thread goes on seven times out of
    // eight.
    private static readonly string[] MissedByProbabilistic = ["two-word-not-looked", "two-word-give-back-torn",
        "two-word-give-back-first"];

    private static readonly string[] MissedByRandom = ["two-word-give-back-first", "slot-untagged"];

    /// <summary>Canaries that a sequentially consistent interleaving shows, or one thread alone.</summary>
    public static IReadOnlyList<Canary> Visible { get; } =
        [.. InScenarios(Visibility.SequentiallyConsistent), .. InScenarios(Visibility.Arithmetic)];

    /// <summary>Canaries that only weak memory shows: Coyote's blind spot.</summary>
    public static IReadOnlyList<Canary> Invisible { get; } =
        [.. InScenarios(Visibility.WeakMemory), .. InScenarios(Visibility.ModelOnly)];

    /// <summary>Whether a strategy is known to miss a canary from some of the ten seeds.</summary>
    public static bool IsMissed(Canary canary, Strategy strategy) =>
        (strategy == Strategy.QLearning && MissedByQLearning.Contains(canary.Name))
        || (strategy == Strategy.Probabilistic && MissedByProbabilistic.Contains(canary.Name))
        || (strategy == Strategy.Random && MissedByRandom.Contains(canary.Name));

    /// <summary>The scenario with the canary's step in place of the correct one.</summary>
    public static ScenarioDeclaration Create(Canary canary)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(canary.Scenario!);
        return entry.Create(entry.DefaultsWith(canary));
    }

    private static IEnumerable<Canary> InScenarios(Visibility visibility) =>
        CanaryCatalogue.All.Where(canary => canary.Visibility == visibility && canary.Scenario is not null);
}
