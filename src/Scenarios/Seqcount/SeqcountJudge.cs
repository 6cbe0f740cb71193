using Atomics.Programs;
using Scenarios.Stages;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Seqcount;

/// <summary>
/// Judges the outcome of a seqcount scenario: every reader's snapshot or decision, then the final state.
/// </summary>
/// <param name="history">The states allowed.</param>
/// <param name="writers">Writers, which come before the readers.</param>
/// <param name="decides">Whether readers decide instead of taking snapshots.</param>
/// <param name="pages">Pages of the folio.</param>
/// <param name="shift">Bits of the sequence word below the number, if the final state includes its words; else
/// null.</param>
internal sealed class SeqcountJudge(MappingHistory history, int writers, bool decides, int pages, int? shift = null)
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
            : $"accepted a torn snapshot at sequence {number}: observed mapcount {seen[2]}, values "
            + $"[{string.Join(", ", values)}]; expected {history.Describe(number)}.";
    }

    private string? CheckDecision(long[] seen)
    {
        Sharing answer = (Sharing)seen[0];
        bool rechecked = seen[1] != 0;
        IReadOnlyList<MappingState> candidates = rechecked ? [.. history.At(seen[2])] : history.States;
        bool allowed = answer == Sharing.MaybeShared || candidates.Any(state => IsRight(answer, state));
        return allowed ? null
            : $"answered {answer}{(rechecked ? $" at sequence {seen[2]}" : ", without a recheck")}; expected an answer "
            + $"for {string.Join(" or ", candidates)}.";
    }

    private bool IsRight(Sharing answer, MappingState state) => answer switch
    {
        Sharing.Unmapped => state.Mapcount == 0,
        Sharing.Exclusive => state.Mapcount > 0 && state.Mapcount <= pages && OfAsked(state) == state.Mapcount,
        Sharing.Shared => state.Mapcount > pages || (state.Mapcount > 0 && OfAsked(state) != state.Mapcount),
        _ => throw new InvalidOperationException($"No state makes {answer} right or wrong."),
    };

    // The asked MM is MM 0: what it mapped before the start, and what writer 0 has done since.
    private int OfAsked(MappingState state) => history.States[0].Mapcount + state.Counts[0];

    private string? CheckFinal(long[] final)
    {
        MappingState last = history.States[^1];
        long[] values = final[1..(last.Values.Length + 1)];
        return last.Matches(final[0] + 1, values) ? CheckSequence(final[(last.Values.Length + 1)..], last.Number)
            : $"an update was lost: observed mapcount {final[0] + 1}, values [{string.Join(", ", values)}] at the end; "
            + $"expected {last}.";
    }

    private string? CheckSequence(long[] words, long number)
    {
        if (shift is not int bits)
        {
            return null;
        }

        long word = words.Length == 1 ? words[0] : SequenceHalves.Compose((int)words[0], (int)words[1]);
        return word == number << bits ? null
            : $"a section was lost: observed sequence {word >>> bits} at the end with writers "
            + $"{word & ((1L << bits) - 1):x}; expected {number} with none.";
    }
}
