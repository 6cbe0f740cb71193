using Exploration;
using Queue;
using Weaving;

// The store that frees the slot is plain: nothing keeps the load of the item before it, so the producer may fill the
// slot first. x86 never shows this; .NET and Arm64 allow it.
foreach (ModelName model in (ModelName[])[Model.Tso, Model.Dotnet])
{
    ExplorationResult broken = Check.Class<PlainHead>().Explore(model);
    ExplorationResult repaired = Check.Class<VolatileHead>().Explore(model);
    Console.WriteLine($"{model}: plain head {Text(broken)}, volatile head {Text(repaired)}");
    if (broken.Counterexample is not null)
    {
        Console.WriteLine($"{broken.Counterexample.ToText()}\n");
    }
}

static string Text(ExplorationResult result) => result.Verdict.ToString().ToLowerInvariant();

internal sealed class PlainHead
{
    private readonly Ring _ring = new();

    [Actor]
    public void Produce()
    {
        _ring.TryEnqueue(1);
        _ring.TryEnqueue(2);
    }

    [Actor]
    public int Consume() => _ring.TryDequeue(out int item) ? item : -1;

    [Invariant]
    public static string? FirstInFirstOut(int consume) => consume is -1 or 1 ? null : $"dequeued {consume}, expected 1";
}

internal sealed class VolatileHead
{
    private readonly RepairedRing _ring = new();

    [Actor]
    public void Produce()
    {
        _ring.TryEnqueue(1);
        _ring.TryEnqueue(2);
    }

    [Actor]
    public int Consume() => _ring.TryDequeue(out int item) ? item : -1;

    [Invariant]
    public static string? FirstInFirstOut(int consume) => consume is -1 or 1 ? null : $"dequeued {consume}, expected 1";
}
