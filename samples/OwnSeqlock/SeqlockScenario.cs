using Atomics.Programs;

namespace OwnSeqlock;

/// <summary>A writer stores the point (1, 1) once, a reader tries once: what it accepts must have x = y.</summary>
/// <param name="isRepaired">Which of the two readers.</param>
public sealed class SeqlockScenario(bool isRepaired) : Scenario
{
    /// <inheritdoc/>
    public override string Name => isRepaired ? "own-seqlock" : "own-seqlock-broken";

    /// <inheritdoc/>
    public override string Description => "One writer, one reader: no accepted point is torn.";

    /// <inheritdoc/>
    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        Seqlock<TMemory> seqlock = new(words.Word32("version"), words.Word32("x"), words.Word32("y"));
        bool repaired = isRepaired;
        Actor writer = new("writer", [], _ => seqlock.Write(1));
        Actor reader = new("reader", ["accepted", "x", "y"], registers =>
        {
            bool accepted = repaired ? seqlock.TryRead(out int x, out int y) : seqlock.TryReadBroken(out x, out y);
            registers[0] = accepted ? 1 : 0;
            registers[1] = accepted ? x : 0;
            registers[2] = accepted ? y : 0;
        });
        return new ScenarioInstance([writer, reader], words.Locations, observed: [], Check, words);
    }

    private static string? Check(Outcome outcome)
    {
        long[] seen = outcome.Registers[1];
        return seen[1] == seen[2]
            ? null
            : $"the reader accepted the torn point ({seen[1]}, {seen[2]}); expected x = y.";
    }
}
