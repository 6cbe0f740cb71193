using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search.Arm64;

/// <summary>
/// Whether an Arm64 processor may show an execution with the code that the JIT compiler of today makes: <c>ldapr</c>
/// and <c>stlr</c> for volatile accesses, <c>dmb ish</c> for the full and the write barrier, <c>dmb ishld</c> for the
/// read barrier, <c>dmb ishst</c> before a reference is stored; updates are either single instructions (LSE), or
/// exclusive pairs with a <c>dmb ish</c> behind.
/// </summary>
/// <remarks>
/// The axioms are those of ARMv8 (herdtools7, aarch64.cat): communication between threads and what a thread keeps in
/// order have no cycle. The graph must be one of <see cref="DotnetModel{TSwap}"/>, so it is coherent, and updates are
/// atomic.
/// </remarks>
internal sealed unsafe class Arm64Code(Program program)
{
    private readonly Dependencies _dependencies = new(program);

    /// <summary>Whether some processor may: with either form of updates.</summary>
    public bool Shows<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => Shows(graph, hasAtomics: false) || Shows(graph, hasAtomics: true);

    /// <summary>Whether a processor may.</summary>
    /// <param name="graph">A complete graph.</param>
    /// <param name="hasAtomics">Whether updates are single instructions.</param>
    public bool Shows<TSet>(ExecutionGraph<TSet> graph, bool hasAtomics)
        where TSet : unmanaged, IEventSet<TSet>
    {
        List<(int From, int To)> order = [];
        for (int thread = 0; thread < graph.Shape.Threads; thread++)
        {
            List<int> events = [];
            for (int number = graph.Threads[thread].Last; number >= 0; number = graph.Events[number].Previous)
            {
                events.Insert(0, number);
            }

            order.AddRange(new Arm64Thread<TSet>(program, graph, events, hasAtomics, _dependencies).Order());
        }

        foreach (int number in graph.Present)
        {
            if (graph.Events[number].Location >= 0)
            {
                Observation.Of(graph, number, out TSet earlier, out _);
                foreach (int from in earlier & ~graph.Threads[graph.Events[number].Thread].Events)
                {
                    order.Add((from, number));
                }
            }
        }

        return IsAcyclic(order, graph.Present.Length());
    }

    private static bool IsAcyclic(List<(int From, int To)> order, int events)
    {
        int[] incoming = new int[events];
        ILookup<int, int> behind = order.ToLookup(pair => pair.From, pair => pair.To);
        order.ForEach(pair => incoming[pair.To]++);
        Stack<int> free = new(Enumerable.Range(0, events).Where(number => incoming[number] == 0));
        int taken = 0;
        while (free.TryPop(out int number))
        {
            taken++;
            foreach (int later in behind[number])
            {
                if (--incoming[later] == 0)
                {
                    free.Push(later);
                }
            }
        }

        return taken == events;
    }
}
