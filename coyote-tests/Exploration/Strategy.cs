using Microsoft.Coyote;

namespace CoyoteTests.Exploration;

/// <summary>A public exploration strategy of Coyote, with the bound that we use.</summary>
/// <param name="Name">Name in reports.</param>
/// <param name="IsFair">Whether every enabled thread is scheduled again and again: needed where an actor retries
/// without end.</param>
/// <param name="Configure">Selects the strategy.</param>
public sealed record Strategy(string Name, bool IsFair, Func<Configuration, Configuration> Configure)
{
    private const uint PriorityChanges = 10;
    private const uint Delays = 10;
    private const uint ProbabilityLevel = 3;

    /// <summary>Picks any enabled thread at every point, all alike.</summary>
    public static Strategy Random { get; } = new("random", true, configuration => configuration.WithRandomStrategy());

    /// <summary>
    /// Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010): random priorities that change at few points.
    /// </summary>
    public static Strategy Prioritization { get; } = new(
        "prioritization", false,
        configuration => configuration.WithPrioritizationStrategy(isFair: false, PriorityChanges));

    /// <summary>The same, then random, so that nobody starves.</summary>
    public static Strategy FairPrioritization { get; } = new(
        "fair-prioritization", true,
        configuration => configuration.WithPrioritizationStrategy(isFair: true, PriorityChanges));

    /// <summary>Round robin with few delays (Emmi, Qadeer and Rakamaric, POPL 2011).</summary>
    public static Strategy DelayBounding { get; } = new(
        "delay-bounding", false, configuration => configuration.WithDelayBoundingStrategy(isFair: false, Delays));

    /// <summary>
    /// Stays with a thread, and leaves it with a probability of 1 in 2^<see cref="ProbabilityLevel"/>.
    /// </summary>
    public static Strategy Probabilistic { get; } = new(
        "probabilistic", true, configuration => configuration.WithProbabilisticStrategy(ProbabilityLevel));

    /// <summary>Learns to prefer choices that lead to states not seen (Mukherjee et al., OOPSLA 2020).</summary>
    public static Strategy QLearning { get; } =
        new("q-learning", false, configuration => configuration.WithQLearningStrategy());

    /// <summary>
    /// Random, probabilistic, fair prioritization and fair delay bounding in turns: Coyote's default.
    /// </summary>
    public static Strategy Portfolio { get; } = new("portfolio", true, configuration => configuration);

    /// <summary>Every strategy, in the order of the tables.</summary>
    public static IReadOnlyList<Strategy> All { get; } =
        [Random, Prioritization, FairPrioritization, DelayBounding, Probabilistic, QLearning, Portfolio];

    public static Strategy Find(string name) => All.Single(strategy => strategy.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
