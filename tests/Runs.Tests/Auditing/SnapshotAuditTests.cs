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
}
