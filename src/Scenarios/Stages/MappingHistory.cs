using Tracker.Seqcount;

namespace Scenarios.Stages;

/// <summary>
/// The oracle of the small scenarios: which states a folio can be in, given what each writer does. A state is a number
/// of finished sections for each writer; sections of one writer come in order.
/// </summary>
internal sealed class MappingHistory
{
    private readonly List<MappingState> _states = [];
    private readonly long _numberMask;

    /// <summary>Lists every state.</summary>
    /// <param name="stage">Sub-IDs and initial mappings.</param>
    /// <param name="sections">For each writer the counts of its sections, in order; writer i is MM i.</param>
    /// <param name="initialNumber">Sequence number before the first section.</param>
    /// <param name="numberBits">Width of the sequence number.</param>
    public unsafe MappingHistory(FolioStage stage, IReadOnlyList<int[]> sections, long initialNumber, int numberBits)
    {
        _numberMask = numberBits == SequenceWord.WordBits ? -1 : (1L << numberBits) - 1;
        int[] done = new int[sections.Count];
        do
        {
            int[] counts = [.. sections.Select((each, writer) => each.Take(done[writer]).Sum())];
            long[] values = new long[stage.Class.Values];
            for (int value = 0; value < values.Length; value++)
            {
                values[value] = stage.Folio.State->Values[value]
                    + counts.Select((count, writer) => count * stage.SubId(writer, value)).Sum();
            }

            int mapcount = stage.Folio.State->MapcountMinusOne + 1 + counts.Sum();
            _states.Add(new MappingState((initialNumber + done.Sum()) & _numberMask, mapcount, counts, values));
        }
        while (Advance(done, sections));
    }

    /// <summary>Every state, at least the initial one; the last has every section done.</summary>
    public IReadOnlyList<MappingState> States => _states;

    /// <summary>The states that a sequence number allows.</summary>
    public IEnumerable<MappingState> At(long number) => _states.Where(state => state.Number == (number & _numberMask));

    /// <summary>The states of a number, for an error message.</summary>
    public string Describe(long number) =>
        string.Join(" or ", At(number).Select(state => state.ToString()).DefaultIfEmpty("none"));

    private static bool Advance(int[] done, IReadOnlyList<int[]> sections)
    {
        for (int writer = done.Length - 1; writer >= 0; writer--)
        {
            if (done[writer] < sections[writer].Length)
            {
                done[writer]++;
                return true;
            }

            done[writer] = 0;
        }

        return false;
    }
}
