using Atomics.Programs;

namespace Exploration.Tests.Size;

/// <summary>A scenario of any number of 32-bit words and of actors given as code.</summary>
/// <param name="words">Number of words.</param>
/// <param name="bodies">The actors.</param>
/// <param name="check">Judges an outcome; without it everything is allowed.</param>
internal sealed class WordsScenario(int words, Func<WordsAccess, ActorBody[]> bodies,
    Func<Outcome, string?>? check = null) : Scenario
{
    public override string Name => "words";

    public override string Description => "A scenario of a test.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        ActorBody[] actors = bodies(WordsAccess.Of<TMemory>(shared, words));
        return new ScenarioInstance(
            [.. actors.Select((body, index) => new Actor($"P{index}", ["r"], body))], shared.Locations, [],
            check ?? (_ => null), shared);
    }
}
