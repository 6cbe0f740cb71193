using Atomics.Programs;

namespace CoyoteTests.Litmus;

/// <summary>
/// A litmus test over words that start at 0: what Coyote is known to reach in it, and what it cannot.
/// </summary>
/// <param name="name">Name in the literature.</param>
/// <param name="words">Number of words: 1 for x, 2 for x and y, 3 for x, y and z.</param>
/// <param name="threads">Each thread's steps, such as <c>x=1</c>, <c>y</c> (a read) or <c>x!1</c> (an
/// exchange).</param>
internal sealed unsafe class LitmusTest(string name, int words, params IReadOnlyList<string[]> threads) : Scenario
{
    private const string WordNames = "xyz";

    public override string Name => name;

    public override string Description => string.Join(" | ", threads.Select(steps => string.Join("; ", steps)));

    /// <summary>Executions under sequential consistency.</summary>
    public required int Executions { get; init; }

    /// <summary>The outcome that shows weak memory, as an outcome spells it; null if there is none.</summary>
    public string? WeakOutcome { get; init; }

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        nint[] addresses = [.. WordNames[..words].Select(word => (nint)shared.Word64(word.ToString()))];
        Actor[] actors = [.. threads.Select((steps, index) => Thread<TMemory>($"P{index}", steps, addresses))];
        return new ScenarioInstance(actors, shared.Locations, [], _ => null, shared);
    }

    private static Actor Thread<TMemory>(string name, string[] steps, nint[] addresses)
        where TMemory : struct, Atomics.IMemory
    {
        string[] reads = [.. steps.Where(step => step.Length == 1)];
        return new Actor(name, [.. reads.Select((_, index) => $"r{index + 1}")], registers =>
        {
            int register = 0;
            foreach (string step in steps)
            {
                ref long word = ref *(long*)addresses[WordNames.IndexOf(step[0], StringComparison.Ordinal)];
                if (step.Length == 1)
                {
                    registers[register++] = TMemory.ReadPlain(ref word);
                }
                else if (step[1] == '!')
                {
                    TMemory.Exchange(ref word, step[2] - '0');
                }
                else
                {
                    TMemory.WritePlain(ref word, step[2] - '0');
                }
            }
        });
    }
}
