using Atomics;
using Atomics.Programs;

namespace Exploration.Tests;

/// <summary>A scenario of two words, <c>x</c> and <c>y</c>, and actors given as code.</summary>
internal sealed class AdHocScenario(Func<AdHocWords, ActorBody[]> bodies,
    Func<Outcome, string?>? check = null) : Scenario
{
    public override string Name => "ad-hoc";

    public override string Description => "A scenario of a test.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        ActorBody[] actors = bodies(AdHocWords.Of<TMemory>(shared));
        return new ScenarioInstance(
            [.. actors.Select((body, index) => new Actor($"P{index}", ["r"], body))], shared.Locations, [],
            check ?? (_ => null), shared);
    }
}

/// <summary>The operations on the two words.</summary>
internal sealed record AdHocWords(Func<int> ReadX, Action<int> WriteX, Func<int> ReadY, Action<int> WriteY,
    Action Pause, Func<int> ReadUndeclared)
{
    public static unsafe AdHocWords Of<TMemory>(SharedWords shared) where TMemory : struct, IMemory
    {
        int* x = shared.Word32("x");
        int* y = shared.Word32("y");
        return new AdHocWords(
            () => TMemory.ReadAcquire(ref *x),
            value => TMemory.WriteRelease(ref *x, value),
            () => TMemory.ReadAcquire(ref *y),
            value => TMemory.WriteRelease(ref *y, value),
            TMemory.Pause,
            () => TMemory.ReadPlain(ref *(y + 1)));
    }
}
