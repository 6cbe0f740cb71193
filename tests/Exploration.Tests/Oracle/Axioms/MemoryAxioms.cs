namespace Exploration.Tests.Oracle.Axioms;

/// <summary>
/// The axioms of the models, word by word as they are published, for candidates in which updates are atomic.
/// </summary>
internal static class MemoryAxioms
{
    /// <summary>The executions of a program.</summary>
    public static CandidateGraph[] Executions(ModelName model, StraightProgram program) =>
        [.. GraphEnumerator.Candidates(program).Where(graph => Allow(model, graph))];

    private static bool Allow(ModelName model, CandidateGraph graph) => model switch
    {
        ModelName.Sc => (graph.ProgramOrder | graph.Communication).IsAcyclic,
        ModelName.Tso => IsCoherent(graph) && IsTotalStoreOrder(graph),
        ModelName.Rc11 => IsCoherent(graph) && IsRc11(graph),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
    };

    /// <summary>Happens-before: program order and synchronizes-with (RC11, release sequences of C++20).</summary>
    public static Relation HappensBefore(CandidateGraph graph)
    {
        Relation order = graph.ProgramOrder;
        Relation goesOn = graph.ReadsFrom.Then(graph.Updates).Closure() | graph.Relate((from, to) => from == to);
        Relation releasing = graph.Relate((from, to) => from == to && graph[from] is { IsWrite: true, Releases: true })
            | order.Between(from => graph[from] is { IsFence: true, Releases: true }, to => graph[to].IsWrite);
        Relation acquiring = graph.Relate((from, to) => from == to && graph[from] is { IsRead: true, Acquires: true })
            | order.Between(from => graph[from].IsRead, to => graph[to] is { IsFence: true, Acquires: true });
        return (order | releasing.Then(goesOn).Then(graph.ReadsFrom).Then(acquiring)).Closure();
    }

    /// <summary>Two accesses to a data word by two actors, one a write, that happens-before does not order.</summary>
    public static bool HasDataRace(CandidateGraph graph, StraightWord[] words)
    {
        Relation before = HappensBefore(graph);
        return Enumerable.Range(0, graph.Size).Any(first => Enumerable.Range(0, first).Any(second =>
            !graph[first].IsFence && graph[first].Word == graph[second].Word && words[graph[first].Word].IsData
            && graph[first].Thread != graph[second].Thread && (graph[first].IsWrite || graph[second].IsWrite)
            && !before[first, second] && !before[second, first]));
    }

    /// <summary>Every word by itself is sequentially consistent.</summary>
    private static bool IsCoherent(CandidateGraph graph) =>
        (graph.ProgramOrder.Between(from => !graph[from].IsFence, to => !graph[to].IsFence)
            .Where((from, to) => graph[from].Word == graph[to].Word)
        | graph.Communication).IsAcyclic;

    private static bool IsTotalStoreOrder(CandidateGraph graph)
    {
        bool Drains(int number) => graph[number].IsUpdate || graph[number].IsFullFence;
        Relation order = graph.ProgramOrder;
        Relation drained = order.Between(_ => true, Drains).Then(order)
            | order.Between(Drains, _ => true)
            | order.Between(_ => true, Drains);
        Relation kept = drained | order.Where((from, to) =>
            !graph[from].IsFence && !graph[to].IsFence && !(graph[from].IsWrite && graph[to].IsRead));
        Relation external = graph.ReadsFrom.Where((from, to) => graph[from].Thread != graph[to].Thread);
        return (kept | external | graph.ModificationOrder | graph.FromReads).IsAcyclic;
    }

    private static bool IsRc11(CandidateGraph graph)
    {
        if (!(graph.ProgramOrder | graph.ReadsFrom).IsAcyclic)
        {
            return false;
        }

        Relation before = HappensBefore(graph);
        Relation communication = graph.Communication.Closure();
        Relation across = before | before.Then(communication).Then(before);
        return before.IsIrreflexive
            && before.Then(communication).IsIrreflexive
            && across.Between(from => graph[from].IsFullFence, to => graph[to].IsFullFence).IsAcyclic;
    }
}
