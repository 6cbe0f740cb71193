using Tracker.Reading;

namespace Scenarios.Seqcount;

/// <summary>How a decision lies in a reader's registers.</summary>
internal static class DecisionRegisters
{
    /// <summary>Names of the registers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["answer", "rechecked", "number"];

    /// <summary>Stores a decision. The number is kept where the answer holds at it.</summary>
    public static void Store(Span<long> registers, Decision decision, int shift)
    {
        registers[0] = (long)decision.Answer;
        registers[1] = decision.Rechecked ? 1 : 0;
        registers[2] = decision.Rechecked ? decision.Word >>> shift : 0;
    }
}
