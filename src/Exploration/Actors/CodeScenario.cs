using System.Collections.Concurrent;
using Atomics.Programs;

namespace Exploration.Actors;

/// <summary>
/// A scenario of ordinary code: no memory parameter and no declared words. Its actors report their accesses to
/// <see cref="ActorRunner.Current"/>, and the words are found on the way.
/// </summary>
internal abstract class CodeScenario : ScenarioDeclaration
{
    /// <summary>The words found so far.</summary>
    public FoundWords Words { get; } = new();

    /// <summary>
    /// What has been proved of the actors' code, by question. It holds for every search of the scenario, whose words
    /// and objects keep their numbers.
    /// </summary>
    public ConcurrentDictionary<string, bool> Proved { get; } = [];

    /// <summary>Whether data races between plain accesses are looked for.</summary>
    public abstract bool FindsRaces { get; }

    /// <summary>How many calls the actors make whose order matters, at most 64; 0 if none does.</summary>
    public virtual int OrderedCalls => 0;

    /// <summary>The names of an outcome's values.</summary>
    public abstract IReadOnlyList<string> OutcomeNames { get; }

    /// <summary>Makes a fresh instance, without locations.</summary>
    public abstract ScenarioInstance Create();

    /// <summary>Judges an execution that came to its end.</summary>
    /// <param name="registers">One array for each actor.</param>
    /// <param name="memory">What every word holds, by number.</param>
    /// <param name="written">The words that were written; the others hold what the set-up left there.</param>
    /// <param name="preceding">The calls that precede each call; empty unless <see cref="OrderedCalls"/>.</param>
    public abstract CodeOutcome Judge(IReadOnlyList<long[]> registers, long[] memory, int[] written,
        ulong[] preceding);

    /// <summary>Whether some run has shown what a reference other than null is to.</summary>
    public abstract bool Knows(long reference);

    /// <summary>Makes sure that words and objects would be named alike in any other process.</summary>
    /// <exception cref="ExplorationException">They would not.</exception>
    public abstract void RequireSameEverywhere();

    /// <summary>A value of a word as a programmer would write it.</summary>
    public abstract string Format(int word, long value);

    /// <summary>Where an access stands, by the number that the actor gave with it; null if unknown.</summary>
    public abstract Site? SiteOf(int number);
}
