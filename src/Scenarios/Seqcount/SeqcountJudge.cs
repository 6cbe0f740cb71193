using Atomics.Programs;
using Scenarios.Stages;
using Tracker.Reading;

namespace Scenarios.Seqcount;

/// <summary>Judges the outcome of a seqcount scenario: every reader's snapshot or decision, then the final state.</summary>
internal sealed class SeqcountJudge(MappingHistory history, int writers, bool decides, int pages)
{
    /// <summary>Null for an allowed outcome, else what is wrong.</summary>
    public string? Check(Outcome outcome)
    {
        for (int actor = writers; actor < outcome.Registers.Count; actor++)
        {
            long[] seen = outcome.Registers[actor];
            string? wrong = decides ? CheckDecision(seen) : CheckSnapshot(seen);
            if (wrong is not null)
            {
                return $"{outcome.Instance.Actors[actor].Name} {wrong}";
            }
        }

        return CheckFinal(outcome.Final);
    }

    private string? CheckSnapshot(long[] seen)
    {
        long number = seen[1];
        long[] values = seen[SnapshotRegisters.FirstValue..];
        bool allowed = seen[0] == 0 || history.At(number).Any(state => state.Matches(seen[2], values));
        return allowed ? null
            : $"accepted a torn snapshot at sequence {number}: observed mapcount {seen[2]}, values [{string.Join(", ", values)}]; expected {history.Describe(number)}.";
    }

    private string? CheckDecision(long[] seen)
    {
        Sharing answer = (Sharing)seen[0];
        bool rechecked = seen[1] != 0;
        IReadOnlyList<MappingState> candidates = rechecked ? [.. history.At(seen[2])] : history.States;
        bool allowed = answer == Sharing.MaybeShared || candidates.Any(state => IsRight(answer, state));
        return allowed ? null
            : $"answered {answer}{(rechecked ? $" at sequence {seen[2]}" : ", without a recheck")}; expected an answer for {string.Join(" or ", candidates)}.";
    }

    private bool IsRight(Sharing answer, MappingState state) => answer switch
    {
        Sharing.Unmapped => state.Mapcount == 0,
        Sharing.Exclusive => state.Mapcount > 0 && state.Mapcount <= pages && OfAsked(state) == state.Mapcount,
        Sharing.Shared => state.Mapcount > pages || (state.Mapcount > 0 && OfAsked(state) != state.Mapcount),
        _ => false,
    };

    // The asked MM is MM 0: what it mapped before the start, and what writer 0 has done since.
    private int OfAsked(MappingState state) => history.States[0].Mapcount + state.Counts[0];

    private string? CheckFinal(long[] final)
    {
        MappingState last = history.States[^1];
        return last.Matches(final[0] + 1, final.AsSpan(1)) ? null
            : $"an update was lost: observed mapcount {final[0] + 1}, values [{string.Join(", ", final[1..])}] at the end; expected {last}.";
    }
}
