using Runs.Auditing;

namespace Runs.Tests.Auditing;

public class SnapshotAuditTests
{
    private static HandMadeRound WithTwoSections()
    {
        HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 2);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 1);
        round.FolioEndsWith(2, (0, 2), (1, 1));
        return round;
    }

    [Fact]
    public void A_torn_snapshot_is_found_and_described()
    {
        using HandMadeRound round = WithTwoSections();
        round.Snapshot(worker: 0, number: 1, (0, 2), (1, 1));
        Assert.Equal(["snapshot"], round.Run());
        Violation found = round.Violations.Kept[0];
        Assert.StartsWith("mapcount 2, values ", found.Expected, StringComparison.Ordinal);
        Assert.StartsWith("mapcount 3, values ", found.Observed, StringComparison.Ordinal);
        Assert.Equal(1, found.Stamp);
    }

    [Fact]
    public void One_value_of_another_MM_is_enough()
    {
        using HandMadeRound round = WithTwoSections();
        round.Snapshot(worker: 0, number: 2, (0, 2), (2, 1));
        Assert.Equal(["snapshot"], round.Run());
    }

    [Fact]
    public void A_number_that_no_section_made_is_found()
    {
        using HandMadeRound round = WithTwoSections();
        round.Snapshot(worker: 0, number: 3, (0, 2), (1, 1));
        Assert.Equal(["number"], round.Run());
    }

    [Fact]
    public void Every_part_of_an_audit_sees_its_own_folios_only()
    {
        for (int parts = 1; parts <= 8; parts *= 2)
        {
            using HandMadeRound round = new(parts: parts);
            round.Section(worker: 0, stamp: 1, mm: 0, delta: 2);
            round.Snapshot(worker: 1, number: 1, (0, 1));
            round.Snapshot(worker: 1, number: 1, (0, 2));
            round.FolioEndsWith(1, (0, 2));
            Assert.Equal(["snapshot"], round.Run());
            Assert.Equal(2, round.Audit.SnapshotsAudited);
        }
    }

    [Fact]
    public void A_wrong_snapshot_among_equal_ones_is_found_wherever_it_stands()
    {
        const int Snapshots = 9;
        for (int place = 0; place < Snapshots; place++)
        {
            using HandMadeRound round = WithTwoSections();
            for (int snapshot = 0; snapshot < Snapshots; snapshot++)
            {
                // Of the same number and mapcount: only the values differ.
                round.Snapshot(worker: 1, number: 2, (0, 2), (snapshot == place ? 2 : 1, 1));
            }

            Assert.Equal(["snapshot"], round.Run());
            Assert.Equal(Snapshots, round.Audit.SnapshotsAudited);
        }
    }

    [Fact]
    public void A_wrong_snapshot_counts_as_often_as_it_was_seen()
    {
        using HandMadeRound round = WithTwoSections();
        for (int time = 0; time < 3; time++)
        {
            round.Snapshot(worker: 0, number: 1, (0, 2), (1, 1));
        }

        for (int time = 0; time < 2; time++)
        {
            round.Snapshot(worker: 0, number: 3, (0, 2), (1, 1));
        }

        Assert.Equal(["snapshot", "snapshot", "snapshot", "number", "number"], round.Run());
        Assert.Equal(5, round.Audit.SnapshotsAudited);
    }

    [Fact]
    public void Equal_snapshots_of_two_folios_are_two()
    {
        using RoundLog log = new(new RoundSize(8, 8, 8, 8), parts: 1);
        foreach (int folio in new[] { 3, 3, 4, 3 })
        {
            Snap(log, folio);
        }

        Assert.Equal([(3, 2), (4, 1), (3, 1)],
            log.Snapshots(0).ToArray().Select(entry => (entry.Incarnation, entry.Times)));
    }

    [Fact]
    public unsafe void The_number_of_equal_snapshots_does_not_wrap()
    {
        using RoundLog log = new(new RoundSize(8, 8, 8, 8), parts: 1);
        Snap(log, folio: 3);
        log.NextSnapshot(incarnation: 3)[-1].Times = int.MaxValue;
        Snap(log, folio: 3);
        Assert.Equal([int.MaxValue, 1], log.Snapshots(0).ToArray().Select(entry => entry.Times));
    }

    private static unsafe void Snap(RoundLog log, int folio)
    {
        *log.NextSnapshot(folio) = new SnapshotEntry { Incarnation = folio };
        log.AddSnapshot(folio);
    }
}
