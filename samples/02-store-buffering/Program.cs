using Exploration;
using Weaving;

// Each thread raises its flag and then looks at the other's. No interleaving lets both miss the other; x86 does, and so
// does .NET, volatile or not: a store may wait in its processor's buffer while a later load is served.
foreach (ModelName model in (ModelName[])[Model.Sc, Model.Tso, Model.Dotnet])
{
    ExplorationResult broken = Check.Class<Flags>().Explore(model);
    ExplorationResult repaired = Check.Class<FlagsWithFence>().Explore(model);
    Console.WriteLine($"{model}: volatile flags {Text(broken)}, with a fence {Text(repaired)}");
    if (broken.Counterexample is not null)
    {
        Console.WriteLine($"{broken.Counterexample.ToText()}\n");
    }
}

static string Text(ExplorationResult result) => result.Verdict.ToString().ToLowerInvariant();

internal sealed class Flags
{
    private volatile bool _left, _right;

    [Actor]
    public bool Left()
    {
        _left = true;
        return _right;
    }

    [Actor]
    public bool Right()
    {
        _right = true;
        return _left;
    }

    [Invariant]
    public static string? SomebodySees(bool left, bool right) => left || right ? null : "neither sees the other's flag";
}

internal sealed class FlagsWithFence
{
    private volatile bool _left, _right;

    [Actor]
    public bool Left()
    {
        _left = true;
        Interlocked.MemoryBarrier();
        return _right;
    }

    [Actor]
    public bool Right()
    {
        _right = true;
        Interlocked.MemoryBarrier();
        return _left;
    }

    [Invariant]
    public static string? SomebodySees(bool left, bool right) => left || right ? null : "neither sees the other's flag";
}
