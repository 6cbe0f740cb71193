using CsCheck;
using Runs.Auditing;

namespace Runs.Tests.Auditing;

/// <summary>Random histories of one folio, with defects planted at random, against sums made the slow way.</summary>
public class AuditOracleTests
{
    private const int Mms = 4;

    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, Mms - 1], Gen.Int[-2, 3], Gen.Int[0, 1],
        (mm, delta, worker) => new Step(mm, delta, worker));

    private static readonly Gen<Look> Looks = Gen.Select(Gen.Int[0, 40], Gen.Int[0, Mms - 1], Gen.Bool, Gen.Bool,
        (number, mm, isTorn, isExclusive) => new Look(number, mm, isTorn, isExclusive));

    [Fact]
    public void It_finds_as_many_wrong_snapshots_and_answers_as_there_are()
    {
        long wrong = 0;
        long looks = 0;
        Gen.Select(Steps.Array[0, 40], Looks.Array[0, 20], Gen.Int[0, 40], Gen.Long[0, (1L << 48) - 1]).Sample(
            (steps, seen, split, start) =>
            {
                List<int[]> states = Play(steps, out List<Step> played);
                int middle = Math.Min(split, played.Count);
                using HandMadeRound round = new(order: 4, mms: Mms, start: start);
                long expected = 0;
                for (int half = 0; half < 2; half++)
                {
                    (int from, int to) = half == 0 ? (0, middle) : (middle, played.Count);
                    for (int index = from; index < to; index++)
                    {
                        round.Section(played[index].Worker, index + 1, played[index].Mm, played[index].Delta);
                    }

                    foreach (Look look in seen.Where(look => look.Number >= from && look.Number <= to))
                    {
                        expected += LookAt(round, look, states[look.Number]);
                        looks += 2;
                    }

                    round.FolioEndsWith(to, Holders(states[to]));
                    round.Run();
                }

                wrong += expected;
                Assert.Equal(expected, round.Violations.Count);
            },
            iter: 500,
            threads: 1);
        Assert.True(wrong > 500 && looks > wrong + 500, $"{wrong} of {looks} were wrong");
    }

    /// <summary>
    /// Mappings of each MM after 0, 1, 2 ... sections; steps that would unmap too much, or nothing, are left out.
    /// </summary>
    private static List<int[]> Play(Step[] steps, out List<Step> played)
    {
        List<int[]> states = [new int[Mms]];
        played = [];
        foreach (Step step in steps)
        {
            int[] next = [.. states[^1]];
            next[step.Mm] += step.Delta;
            if (step.Delta != 0 && next[step.Mm] >= 0)
            {
                states.Add(next);
                played.Add(step);
            }
        }

        return states;
    }

    /// <summary>Logs a snapshot and an answer; how many of the two are wrong.</summary>
    private static int LookAt(HandMadeRound round, Look look, int[] state)
    {
        int[] seen = [.. state];
        seen[look.Mm] += look.IsTorn ? 1 : 0;
        round.Snapshot(worker: 0, look.Number, Holders(seen));
        int total = state.Sum();
        round.Answer(worker: 1, look.IsExclusive
            ? AnswerKind.Exclusive
            : AnswerKind.Shared, look.Number, look.Mm, total);
        const int Pages = 16;
        bool isExclusive = total > 0 && state[look.Mm] == total && total <= Pages;
        bool isRight = look.IsExclusive ? isExclusive : !isExclusive && total > 0;
        return (look.IsTorn ? 1 : 0) + (isRight ? 0 : 1);
    }

    private static (int Mm, int Mappings)[] Holders(int[] state) =>
        [.. state.Select((count, mm) => (mm, count)).Where(pair => pair.count != 0)];

    private sealed record Step(int Mm, int Delta, int Worker);

    private sealed record Look(int Number, int Mm, bool IsTorn, bool IsExclusive);
}
