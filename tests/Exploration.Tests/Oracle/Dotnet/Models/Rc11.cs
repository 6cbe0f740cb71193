using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>
/// <c>rc11</c>: plain accesses relaxed, volatile ones acquire and release, an interlocked operation between two full
/// fences. Release sequences are those of C++20: a write and the updates that follow it.
/// </summary>
internal static class Rc11
{
    public static bool Allows(Execution execution)
    {
        Relation order = execution.Combination.ProgramOrder;
        if (!(order | execution.ReadsFrom).IsAcyclic)
        {
            return false;
        }

        Relation before = (order | SynchronizesWith(execution)).Closure();
        Relation communication = execution.Communication.Closure();
        bool IsFull(int number) => execution[number].IsFullFence;
        return before.IsIrreflexive
            && before.Then(communication).IsIrreflexive
            && (before | before.Then(communication).Then(before)).Between(IsFull, IsFull).IsAcyclic;
    }

    private static Relation SynchronizesWith(Execution execution)
    {
        Combination combination = execution.Combination;
        Relation order = combination.ProgramOrder;
        Relation same = combination.Relate((from, to) => from == to);
        Relation updates = order.Where((from, to) =>
            to == from + 1 && execution[from].IsUpdate && execution[from].IsRead);
        Relation sequence = execution.ReadsFrom.Then(updates).Closure() | same;
        Relation releases = same.Between(from => execution[from] is { IsWrite: true, IsOrdered: true }, _ => true)
            | order.Between(from => Orders(execution[from], FenceKind.Write), to => execution[to].IsWrite);
        Relation acquires = same.Between(from => execution[from] is { IsRead: true, IsOrdered: true }, _ => true)
            | order.Between(from => execution[from].IsRead, to => Orders(execution[to], FenceKind.Read));
        return execution.External(releases.Then(sequence).Then(execution.ReadsFrom).Then(acquires));
    }

    private static bool Orders(TraceEvent fence, FenceKind oneWay) => fence.IsFullFence || fence.Fence == oneWay;
}
