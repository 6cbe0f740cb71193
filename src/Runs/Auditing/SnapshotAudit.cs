using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>
/// Compares snapshots with the truth at their sequence number: the mapcount and every value, exactly.
/// </summary>
/// <param name="ledger">Where violations go.</param>
internal sealed class SnapshotAudit(Ledger ledger)
{
    private readonly int _shift = ledger.Tracker.SequenceShift;

    /// <summary>Compares snapshots of a folio.</summary>
    /// <param name="entries">The snapshots.</param>
    /// <param name="incarnation">The folio that they are of.</param>
    /// <param name="first">The number of its first state.</param>
    /// <param name="states">Its states.</param>
    /// <returns>How many snapshots they were.</returns>
    public long Compare(ReadOnlySpan<SnapshotEntry> entries, int incarnation, long first, FolioStates states)
    {
        long snapshots = 0;
        foreach (ref readonly SnapshotEntry entry in entries)
        {
            snapshots += entry.Times;
            ref readonly Snapshot seen = ref entry.Seen;
            long number = seen.Word >>> _shift;
            long place = (number - first) & ledger.NumberMask;
            if (place >= states.Truths.Length)
            {
                ledger.ReportNumber(first + states.Truths.Length - 1, number, incarnation, entry.Times);
                continue;
            }

            int mapcount = states.Truths[(int)place].Mapcount;
            ReadOnlySpan<long> values = states.Values((int)place);
            long difference = seen.Mapcount ^ mapcount;
            for (int value = 0; value < values.Length; value++)
            {
                difference |= seen.Values[value] ^ values[value];
            }

            if (difference != 0)
            {
                string observed = Describe(seen.Mapcount, seen.Values[..values.Length]);
                Report(Describe(mapcount, values), observed, number, incarnation, entry.Times);
            }
        }

        return snapshots;
    }

    // Apart: what the lambda keeps would be allocated for every snapshot.
    private void Report(string truth, string seen, long number, int incarnation, int times) =>
        ledger.Violations.Add(() => new Violation("snapshot", truth, seen, number, incarnation), times);

    private static string Describe(int mapcount, ReadOnlySpan<long> values) =>
        $"mapcount {mapcount}, values {string.Join(' ', values.ToArray())}";
}
