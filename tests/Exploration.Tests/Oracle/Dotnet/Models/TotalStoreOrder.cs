using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Graphs;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>
/// <c>tso</c>: a read may go ahead of earlier writes until an update or a full fence drains them. The one-way barriers
/// are no instructions on x86, and nothing here.
/// </summary>
internal static class TotalStoreOrder
{
    public static bool Allows(Execution execution) =>
        (Preserved(execution.Combination) | execution.External(execution.ReadsFrom) | execution.Coherence
            | execution.FromReads).IsAcyclic;

    private static Relation Preserved(Combination combination)
    {
        bool Drains(int number) => combination[number].IsFullFence || combination[number].IsUpdate;
        bool Counts(int number) => combination[number].IsAccess || combination[number].IsFullFence;
        return combination.ProgramOrder.Where((from, to) =>
            Counts(from) && Counts(to)
            && (!combination[from].IsWrite || !combination[to].IsRead
                || Enumerable.Range(from, to - from + 1).Any(Drains)));
    }
}
