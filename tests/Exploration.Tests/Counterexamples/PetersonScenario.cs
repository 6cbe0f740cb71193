using Atomics.Programs;

namespace Exploration.Tests.Counterexamples;

/// <summary>
/// Peterson's lock, one try each: raise the own flag, give the turn away, one full barrier, then enter if the other's
/// flag is down or the turn is the own. Both stores are plain, so they may become visible in the other order.
/// </summary>
internal sealed class PetersonScenario : Scenario
{
    public override string Name => "peterson";

    public override string Description => "Two threads try once to enter; at most one may.";

    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        nint[] flags = [(nint)words.Word32("flag 0"), (nint)words.Word32("flag 1")];
        int* turn = words.Word32("turn", -1);
        Actor[] actors = [.. Enumerable.Range(0, 2).Select(me => new Actor($"P{me}", ["entered"], registers =>
        {
            int other = 1 - me;
            TMemory.WritePlain(ref *(int*)flags[me], 1);
            TMemory.WritePlain(ref *turn, other);
            TMemory.FullBarrier();
            bool waits = TMemory.ReadAcquire(ref *(int*)flags[other]) == 1 && TMemory.ReadAcquire(ref *turn) == other;
            registers[0] = waits ? 0 : 1;
        }))];
        return new ScenarioInstance(
            actors, words.Locations, [],
            outcome => outcome.Registers.All(each => each[0] == 1) ? "Both are inside." : null, words);
    }
}
