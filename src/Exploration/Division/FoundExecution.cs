using Exploration.Counterexamples;

namespace Exploration.Division;

/// <summary>The forbidden execution that is the easiest to understand of those that a part has found.</summary>
/// <param name="Overtaken">Accesses that others overtake.</param>
/// <param name="Preemptions">How often a thread is left before it has finished.</param>
/// <param name="Events">Its events.</param>
/// <param name="Graph">The whole graph and the order of its steps, which decide between equals.</param>
/// <param name="Counterexample">The execution for people, without files and lines.</param>
public sealed record FoundExecution(int Overtaken, int Preemptions, int Events, string Graph,
    Counterexample Counterexample)
{
    /// <summary>The easier one of two, whichever comes first; null only if both are.</summary>
    public static FoundExecution? Easier(FoundExecution? left, FoundExecution? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        int rank = (left.Overtaken, left.Preemptions,
            left.Events).CompareTo((right.Overtaken, right.Preemptions, right.Events));
        return rank < 0 || (rank == 0 && string.CompareOrdinal(left.Graph, right.Graph) <= 0) ? left : right;
    }
}
