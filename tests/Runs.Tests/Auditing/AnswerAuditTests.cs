using Runs.Auditing;

namespace Runs.Tests.Auditing;

public class AnswerAuditTests
{
    [Theory]
    [InlineData("Exclusive", 1, 0, 2)]
    [InlineData("Shared", 1, 1, 2)]
    [InlineData("Shared", 2, 0, 3)]
    [InlineData("Shared", 2, 1, 3)]
    [InlineData("Exclusive", 3, 1, 1)]
    [InlineData("Shared", 3, 0, 1)]
    [InlineData("Reuse", 3, 1, 0)]
    public void Right_answers_pass(string kind, int number, int mm, int mapcount)
    {
        using HandMadeRound round = HandMadeRound.WithThreeSections();
        round.Answer(worker: 0, Enum.Parse<AnswerKind>(kind), number, mm, mapcount);
        Assert.Empty(round.Run());
        Assert.Equal(1, round.Audit.AnswersAudited);
    }

    [Theory]
    [InlineData("Exclusive", 2, 0, 3)]
    [InlineData("Exclusive", 3, 0, 1)]
    [InlineData("Exclusive", 0, 0, 0)]
    [InlineData("Shared", 1, 0, 2)]
    [InlineData("Shared", 3, 1, 1)]
    [InlineData("Exclusive", 1, 0, 1)]
    [InlineData("Unmapped", 1, 0, 0)]
    public void Wrong_answers_are_found(string kind, int number, int mm, int mapcount)
    {
        using HandMadeRound round = HandMadeRound.WithThreeSections();
        round.Answer(worker: 0, Enum.Parse<AnswerKind>(kind), number, mm, mapcount);
        Assert.Equal(["answer"], round.Run());
    }

    [Theory]
    [InlineData(2, 0, false)]
    [InlineData(3, 0, false)]
    [InlineData(3, 1, true)]
    public void A_wrong_reuse_is_found(int number, int mm, bool pinned)
    {
        using HandMadeRound round = HandMadeRound.WithThreeSections();
        round.Answer(worker: 0, AnswerKind.Reuse, number, mm, mapcount: 0, pinned: pinned);
        Assert.Equal(["reuse"], round.Run());
    }

    [Fact]
    public void More_mappings_than_pages_are_never_exclusive()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 4);
        round.Section(worker: 0, stamp: 2, mm: 0, delta: 1);
        round.FolioEndsWith(2, (0, 5));
        round.Answer(worker: 1, AnswerKind.Exclusive, number: 1, mm: 0, mapcount: 4);
        round.Answer(worker: 1, AnswerKind.Exclusive, number: 2, mm: 0, mapcount: 5);
        Assert.Equal(["answer"], round.Run());
    }

    [Fact]
    public void Two_live_MMs_with_one_ID_make_an_exclusive_answer_wrong()
    {
        using HandMadeRound round = new();
        round.Audit.Ledger.BeginMm(1, HandMadeRound.RmapIdOf(0));
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 1);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 1);
        round.FolioEndsWith(2, (0, 2));
        round.Answer(worker: 0, AnswerKind.Exclusive, number: 2, mm: 0, mapcount: 2);
        Assert.Equal(["answer"], round.Run());
    }
}
