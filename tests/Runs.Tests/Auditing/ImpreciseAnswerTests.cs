using Runs.Auditing;

namespace Runs.Tests.Auditing;

/// <summary>What schemes promise less than the tracker may get wrong is counted; what they promise is held.</summary>
public class ImpreciseAnswerTests
{
    [Theory]
    [InlineData("owner-tracking", "Shared", 3, 1, "shared")]
    [InlineData("owner-tracking", "Exclusive", 2, 3, "violation")]
    [InlineData("owner-tracking", "Reuse", 2, 0, "violation")]
    [InlineData("estimate", "Shared", 3, 1, "shared")]
    [InlineData("estimate", "Exclusive", 2, 3, "exclusive")]
    [InlineData("estimate", "Reuse", 2, 0, "reuse")]
    [InlineData("none", "Shared", 3, 1, "violation")]
    [InlineData("none", "Exclusive", 2, 3, "violation")]
    [InlineData("owner-tracking", "Exclusive", 3, 1, "right")]
    [InlineData("owner-tracking", "Shared", 2, 3, "right")]
    [InlineData("estimate", "Exclusive", 1, 2, "right")]
    [InlineData("none", "Exclusive", 3, 1, "right")]
    public void An_answer_with_a_number_is_right_or_counted_or_a_violation(string scheme, string kind, int number,
        int mapcount, string expected)
    {
        using HandMadeRound round = HandMadeRound.WithThreeSections(scheme);
        round.Answer(worker: 0, Enum.Parse<AnswerKind>(kind), number, mm: 1, mapcount);
        Assert.Equal(expected, Seen(round));
    }

    [Theory]
    [InlineData("owner-tracking", "Shared", 3, "shared")]
    [InlineData("owner-tracking", "Exclusive", 3, "right")]
    [InlineData("estimate", "Exclusive", 3, "unjudged")]
    [InlineData("rmap-id", "Exclusive", 3, "violation")]
    public void An_answer_within_a_window_is_judged_by_the_states_in_it(string scheme, string kind, int number,
        string expected)
    {
        using HandMadeRound round = new(scheme: scheme);
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 0, stamp: 2, mm: 0, delta: 1);
        round.Section(worker: 0, stamp: 3, mm: 0, delta: 1);
        round.FolioEndsWith(3, (0, 3));
        round.Answer(worker: 1, Enum.Parse<AnswerKind>(kind), number, mm: 0, mapcount: 3, rechecked: false);
        Assert.Equal(expected, Seen(round));
    }

    [Theory]
    [InlineData(1, 0, "right")] // The second mapping is under way at the window's end, and may not show yet.
    [InlineData(2, 0, "right")] // It has its number and may not show yet.
    [InlineData(3, 0, "violation")]
    [InlineData(3, 1, "violation")]
    public void Owner_tracking_is_never_falsely_exclusive_in_a_window(int number, int moved, string expected)
    {
        using HandMadeRound round = new(scheme: "owner-tracking");
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 2);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 1);
        round.Section(worker: 1, stamp: 3, mm: 1, delta: 1);
        round.Section(worker: 1, stamp: 4, mm: 1, delta: -1);
        round.FolioEndsWith(4, (0, 2), (1, 1));
        round.Answer(worker: 1, AnswerKind.Exclusive, number, mm: 0, mapcount: number == 3
            ? 4
            : number + 1, rechecked: false, moved: moved);
        Assert.Equal(expected, Seen(round));
    }

    [Fact]
    public void A_mapcount_that_no_moment_of_the_read_explains_is_a_violation_of_every_scheme()
    {
        foreach (string scheme in (string[])["rmap-id", "owner-tracking", "estimate", "none"])
        {
            using HandMadeRound round = HandMadeRound.WithThreeSections(scheme);
            round.Answer(worker: 1, AnswerKind.Shared, number: 1, mm: 0, mapcount: 9, rechecked: false);
            Assert.Equal((scheme, "violation"), (scheme, Seen(round)));
        }
    }

    [Fact]
    public void Values_are_not_expected_of_a_scheme_that_has_none()
    {
        using HandMadeRound round = new(scheme: "owner-tracking");
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 2);
        round.FolioEndsWith(1, (2, 2));
        round.Snapshot(worker: 1, number: 1, (1, 2));
        Assert.Empty(round.Run());
        Assert.Equal(1, round.Audit.SnapshotsAudited);
    }

    /// <summary>What one answer came to: a violation, a kind of wrong answer that was counted, or nothing.</summary>
    private static string Seen(HandMadeRound round)
    {
        bool isViolation = round.Run().Count > 0;
        Misjudgements counted = round.Audit.Misjudgements;
        string[] seen =
        [
            .. isViolation ? ["violation"] : Array.Empty<string>(),
            .. Enumerable.Repeat("shared", (int)counted.FalseShared),
            .. Enumerable.Repeat("exclusive", (int)counted.FalseExclusive),
            .. Enumerable.Repeat("reuse", (int)counted.WrongReuses),
            .. Enumerable.Repeat("unjudged", (int)counted.Unjudged),
        ];
        return seen.Length == 0 ? "right" : string.Join(" and ", seen);
    }
}
