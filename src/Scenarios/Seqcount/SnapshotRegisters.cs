using Tracker.Reading;

namespace Scenarios.Seqcount;

/// <summary>How a reader's snapshot lies in its registers.</summary>
internal static class SnapshotRegisters
{
    /// <summary>Index of the first value.</summary>
    public const int FirstValue = 3;

    /// <summary>Names of the registers for a number of values.</summary>
    public static IReadOnlyList<string> Names(int values) =>
        ["accepted", "number", "mapcount", .. Enumerable.Range(0, values).Select(value => $"value{value}")];

    /// <summary>Stores an accepted snapshot; leaves zeros for one that was not.</summary>
    public static void Store(Span<long> registers, bool accepted, in Snapshot snapshot, int shift)
    {
        if (!accepted)
        {
            return;
        }

        registers[0] = 1;
        registers[1] = snapshot.Word >>> shift;
        registers[2] = snapshot.Mapcount;
        for (int value = 0; FirstValue + value < registers.Length; value++)
        {
            registers[FirstValue + value] = snapshot.Values[value];
        }
    }
}
