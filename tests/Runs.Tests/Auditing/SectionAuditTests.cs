using Runs.Auditing;

namespace Runs.Tests.Auditing;

public class SectionAuditTests
{
    [Fact]
    public void Sections_of_two_workers_add_up_in_the_order_of_their_stamps()
    {
        using HandMadeRound round = new();
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 2);
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 0, stamp: 3, mm: 0, delta: -1);
        round.Snapshot(worker: 1, number: 0);
        round.Snapshot(worker: 1, number: 1, (0, 1));
        round.Snapshot(worker: 0, number: 2, (0, 1), (1, 2));
        round.Snapshot(worker: 0, number: 3, (1, 2));
        round.FolioEndsWith(3, (1, 2));
        Assert.Empty(round.Run());
        Assert.Equal(4, round.Audit.SnapshotsAudited);
    }

    [Fact]
    public void The_first_mappings_are_part_of_every_state()
    {
        using HandMadeRound round = new(firstMappings: 4);
        round.Snapshot(worker: 0, number: 0, (0, 4));
        round.Section(worker: 0, stamp: 1, mm: 0, delta: -4);
        round.Snapshot(worker: 0, number: 1);
        round.FolioEndsWith(1);
        Assert.Empty(round.Run());
    }

    [Fact]
    public void The_next_round_goes_on_where_the_last_one_ended()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 3);
        round.FolioEndsWith(1, (0, 3));
        Assert.Empty(round.Run());
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 1);
        round.Snapshot(worker: 0, number: 1, (0, 3));
        round.Snapshot(worker: 0, number: 2, (0, 3), (1, 1));
        round.FolioEndsWith(2, (0, 3), (1, 1));
        Assert.Empty(round.Run());
        round.Answer(worker: 0, AnswerKind.Shared, number: 2, mm: 0, mapcount: 4);
        Assert.Empty(round.Run());
        Assert.Equal(1, round.Audit.AnswersAudited);
    }

    [Fact]
    public void A_sequence_that_wraps_is_followed()
    {
        using HandMadeRound round = new(start: (1L << 48) - 2);
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 1);
        round.Section(worker: 0, stamp: 3, mm: 0, delta: 1);
        round.Snapshot(worker: 1, number: 1, (0, 1));
        round.Snapshot(worker: 1, number: 3, (0, 2), (1, 1));
        round.FolioEndsWith(3, (0, 2), (1, 1));
        Assert.Empty(round.Run());
    }

    [Fact]
    public void A_stamp_handed_out_twice_is_found()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 1, stamp: 1, mm: 1, delta: 1);
        Assert.Equal(["stamp"], round.Run());
    }

    [Fact]
    public void A_gap_in_the_stamps_is_found()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 1, stamp: 3, mm: 1, delta: 1);
        Assert.Equal(["stamp"], round.Run());
    }

    [Fact]
    public void A_section_that_nobody_logged_shows_in_the_folio()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.FolioEndsWith(2, (0, 2));
        Assert.Equal(["number"], round.Run());
    }

    [Fact]
    public void An_update_that_got_lost_shows_in_the_folio()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 1);
        round.FolioEndsWith(2, (0, 1));
        Assert.Equal(["snapshot"], round.Run());
    }

    [Fact]
    public void An_MM_that_unmaps_more_than_it_maps_is_found()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 0, stamp: 2, mm: 1, delta: -1);
        round.FolioEndsWith(2, (0, 1), (1, -1));
        Assert.Equal(["mappings"], round.Run());
    }

    [Fact]
    public void A_folio_freed_while_mapped_is_found()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Free(worker: 1);
        Assert.Equal(["freed"], round.Run());
    }

    [Fact]
    public void A_broken_folio_is_reported_once()
    {
        using HandMadeRound round = new();
        for (int copy = 0; copy < 100; copy++)
        {
            round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
            round.Snapshot(worker: 1, number: 1, (0, 1));
        }

        round.Run();
        Assert.Equal(1, round.Violations.Count);
        Assert.Equal(0, round.Audit.SnapshotsAudited);
    }
}
