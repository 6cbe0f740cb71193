using Atomics.Programs;

namespace Exploration.Tests;

/// <summary>
/// A producer stores 1 into the one word and a consumer reads it, each under names that the test chooses: the outcomes
/// are <c>PRODUCER.x=0 CONSUMER.x=0</c> and <c>PRODUCER.x=0 CONSUMER.x=1</c>, then the observed word.
/// </summary>
internal sealed class NamedScenario(string producer, string consumer, Func<Outcome, string?>? check = null) : Scenario
{
    public override string Name => "named";

    public override string Description => "Who reads a word that another writes.";

    public IReadOnlyList<string> Observed { get; init; } = [];

    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        int* word = shared.Word32("the word");
        Actor[] actors =
        [
            new(producer, ["x"], _ => TMemory.WriteRelease(ref *word, 1)),
            new(consumer, ["x"], registers => registers[0] = TMemory.ReadAcquire(ref *word)),
        ];
        return new ScenarioInstance(actors, shared.Locations, Observed, check ?? (_ => null), shared);
    }
}
