using Proof.Arithmetic;
using Tracker.SubIds;

namespace Proof.Counterexamples;

/// <summary>Picks the most economical counterexamples from a list of vanishing vectors.</summary>
internal static class RefutationSearch
{
    /// <summary>Up to so many groups, <see cref="FewestGroups"/> proves that there are no fewer.</summary>
    private const int MostProvedGroups = 4;

    /// <summary>Searches the vectors.</summary>
    /// <param name="subIds">The class.</param>
    /// <param name="pages">Pages of the folio.</param>
    /// <param name="vectors">Vanishing vectors of the first value within <paramref name="pages"/>, at least
    /// one.</param>
    /// <param name="isComplete">Whether these are all; without their opposites, which the same MMs carry.</param>
    public static Refutation Search(SubIdClass subIds, int pages, IReadOnlyList<int[]> vectors, bool isComplete)
    {
        Grouping few = vectors
            .GroupBy(MaxNorm.Of)
            .MinBy(sameNorm => sameNorm.Key)!
            .Select(vector => Grouping.Of(vector, MaxNorm.Of(vector)))
            .MinBy(grouping => grouping.Mms)!;
        Grouping fewMms = FewestMms(vectors, pages)!;
        Grouping? fewMmsWithId = FewestMms(vectors, pages - 1);
        return new Refutation(
            few.Build(subIds, idMaps: false),
            few.Total < pages ? few.Build(subIds, idMaps: true) : null,
            fewMms.Build(subIds, idMaps: false),
            fewMmsWithId?.Build(subIds, idMaps: true),
            isComplete ? vectors.Count : null,
            isComplete && fewMms.Mms <= MostProvedGroups);
    }

    private static Grouping? FewestMms(IReadOnlyList<int[]> vectors, int capacity) => vectors
        .Where(vector => MaxNorm.Of(vector) <= capacity)
        .Select(vector => Grouping.Of(vector, capacity))
        .OrderBy(grouping => grouping.Mms)
        .ThenBy(grouping => grouping.Total)
        .FirstOrDefault();

    private sealed record Grouping(int[] Vector, int[] Groups)
    {
        public int Mms => Groups.Length;

        public int Total => Groups.Sum();

        public static Grouping Of(int[] vector, int capacity) =>
            new(vector, FewestGroups.Find(vector.Select(Math.Abs), capacity));

        public Counterexample Build(SubIdClass subIds, bool idMaps) =>
            CounterexampleBuilder.Build(subIds, Vector, Groups, idMaps);
    }
}
