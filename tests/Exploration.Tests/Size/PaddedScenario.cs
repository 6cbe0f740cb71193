using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Size;

/// <summary>
/// A scenario whose actors first write a word of their own some times: the same executions, only longer.
/// </summary>
/// <param name="inner">The scenario.</param>
/// <param name="events">Writes of each actor.</param>
internal sealed class PaddedScenario(Scenario inner, int events) : Scenario
{
    public override string Name => inner.Name;

    public override string Description => inner.Description;

    public override ScenarioInstance Create<TMemory>()
    {
        ScenarioInstance instance = inner.Create<TMemory>();
        SharedWords shared = new();
        Actor[] actors = [.. instance.Actors.Select(actor => Pad<TMemory>(actor, shared))];
        return new ScenarioInstance(
            actors, [.. instance.Locations, .. shared.Locations], [.. instance.Observed.Select(word => word.Name)],
            instance.Check, instance, shared);
    }

    private unsafe Actor Pad<TMemory>(Actor actor, SharedWords shared) where TMemory : struct, IMemory
    {
        int* word = shared.Word32($"{actor.Name}'s padding");
        return actor with
        {
            Body = registers =>
            {
                for (int value = 1; value <= events; value++)
                {
                    TMemory.WritePlain(ref *word, value);
                }

                actor.Body(registers);
            },
        };
    }
}
