using Atomics.Programs;

namespace Exploration.Tests.Races;

/// <summary>A scenario of a data word and a flag, with actors given as code.</summary>
internal sealed class CodeScenario(params Action<CodeWords>[] actors) : ModelScenario
{
    public override string Name => "code";

    public override string Description => "A scenario of a test.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        CodeWords words = CodeWords.Of<TMemory>(shared);
        return new ScenarioInstance(
            [.. actors.Select((actor, number) => new Actor($"P{number}", [], _ => actor(words)))],
            shared.Locations,
            [],
            _ => null,
            shared);
    }
}
