namespace Runs.Auditing;

/// <summary>
/// Compares snapshots with the truth at their sequence number: the mapcount and every value, exactly.
/// </summary>
/// <param name="ledger">Where violations go.</param>
internal sealed class SnapshotAudit(Ledger ledger)
{
    /// <summary>Compares one snapshot.</summary>
    /// <param name="seen">The snapshot.</param>
    /// <param name="record">The folio that it is of.</param>
    /// <param name="truths">The folio's states, from the one at <see cref="IncarnationRecord.Number"/> on.</param>
    public void Compare(in SnapshotEntry seen, in IncarnationRecord record, ReadOnlySpan<FolioTruth> truths)
    {
        long place = (seen.Number - record.Number) & ledger.NumberMask;
        if (place >= truths.Length)
        {
            ledger.ReportNumber(record, seen.Incarnation, seen.Number);
            return;
        }

        ref readonly FolioTruth truth = ref truths[(int)place];
        long difference = seen.Mapcount ^ truth.Mapcount;
        for (int value = 0; value < record.ValueCount; value++)
        {
            difference |= seen.Values[value] ^ truth.Values[value];
        }

        if (difference != 0)
        {
            Report(seen, truth, record.ValueCount);
        }
    }

    private void Report(SnapshotEntry seen, FolioTruth truth, int values) => ledger.Violations.Add(() => new Violation(
        "snapshot",
        Describe(truth.Mapcount, truth.Values[..values]),
        Describe(seen.Mapcount, seen.Values[..values]),
        seen.Number,
        seen.Incarnation));

    private static string Describe(int mapcount, ReadOnlySpan<long> values) =>
        $"mapcount {mapcount}, values {string.Join(' ', values.ToArray())}";
}
