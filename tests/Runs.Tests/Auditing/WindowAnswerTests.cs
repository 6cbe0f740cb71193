using CsCheck;
using Runs.Auditing;

namespace Runs.Tests.Auditing;

public class WindowAnswerTests
{
    private static SectionInOrder Section(int worker, int delta, int back = 1) =>
        new() { Worker = worker, Delta = delta, BeganBack = back, Mm = worker };

    [Fact]
    public void An_answer_without_a_recheck_may_show_a_section_that_has_not_ended()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 4);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 2, back: 2);
        round.FolioEndsWith(2, (0, 4), (1, 2));
        round.Answer(worker: 0, AnswerKind.Shared, number: 1, mm: 0, mapcount: 6, rechecked: false);
        Assert.Empty(round.Run());
    }

    [Fact]
    public void An_answer_without_a_recheck_may_not_show_a_section_that_began_later()
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 4);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 2, back: 1);
        round.FolioEndsWith(2, (0, 4), (1, 2));
        round.Answer(worker: 0, AnswerKind.Shared, number: 0, mm: 0, mapcount: 6, rechecked: false);
        Assert.Equal(["answer"], round.Run());
    }

    [Theory]
    [InlineData("Unmapped", 1)]
    [InlineData("Shared", 3)]
    [InlineData("Exclusive", 1)]
    public void An_answer_that_needs_a_recheck_is_refused_without(string kind, int mapcount)
    {
        using HandMadeRound round = new();
        round.Section(worker: 0, stamp: 1, mm: 0, delta: mapcount);
        round.FolioEndsWith(1, (0, mapcount));
        round.Answer(worker: 0, Enum.Parse<AnswerKind>(kind), number: 1, mm: 0, mapcount, rechecked: false);
        Assert.Equal(["answer"], round.Run());
    }

    [Fact]
    public void A_worker_cannot_have_done_its_second_section_without_its_first()
    {
        SectionInOrder[] later = [Section(0, 1, back: 9), Section(0, 5, back: 9), Section(1, 10, back: 9)];
        int[] explained = [.. Enumerable.Range(0, 20).Where(seen => WindowAnswer.CanExplain(0, later, moved: 0, seen))];
        Assert.Equal([0, 1, 6, 10, 11, 16], explained);
    }

    [Fact]
    public void An_unmapped_answer_between_two_sections_is_explained()
    {
        Assert.True(WindowAnswer.CanExplain(1, [Section(0, -1, back: 2), Section(1, 1)], moved: 0, seen: 0));
        Assert.False(WindowAnswer.CanExplain(1, [Section(0, 1, back: 2), Section(1, -1)], moved: 0, seen: 0));
    }

    [Fact]
    public void The_search_agrees_with_trying_every_choice()
    {
        Gen<SectionInOrder> section = Gen.Select(Gen.Int[0, 2], Gen.Int[-4, 4], Gen.Int[1, 6], Section);
        long explained = 0;
        Gen.Select(section.Array[0, 8], Gen.Int[0, 6], Gen.Int[-8, 8], Gen.Int[-8, 8])
            .Sample((later, moved, mapcount, seen) =>
        {
            bool expected = EveryChoice(later, moved, mapcount).Contains(seen);
            Assert.Equal(expected, WindowAnswer.CanExplain(mapcount, later, moved, seen));
            explained += expected ? 1 : 0;
        }, iter: 5000, threads: 1);
        Assert.True(explained > 100, $"{explained} answers were explained");
    }

    /// <summary>Each worker has done none, one, two ... of its sections that began in time.</summary>
    private static HashSet<int> EveryChoice(SectionInOrder[] later, int moved, int mapcount)
    {
        HashSet<int> reachable = [mapcount];
        foreach (int worker in later.Select(each => each.Worker).Distinct())
        {
            int[] deltas = [.. later
                .Select((each, index) => (each, Began: index + 1 - each.BeganBack))
                .Where(pair => pair.each.Worker == worker && pair.Began <= moved)
                .Select(pair => pair.each.Delta)];
            reachable = [.. Enumerable.Range(0, deltas.Length + 1)
                .SelectMany(done => reachable.Select(sum => sum + deltas[..done].Sum()))];
        }

        return reachable;
    }
}
