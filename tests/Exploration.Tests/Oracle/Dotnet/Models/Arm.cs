using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>
/// ARMv8 on the code that RyuJIT emits: <c>ldapr</c>, <c>stlr</c>, atomic instructions with acquire and release,
/// <c>dmb ish</c> for <c>mb</c> and <c>wb</c>, <c>dmb ishld</c> for <c>rb</c>, <c>dmb ishst</c> before a reference is
/// stored. A compare-exchange that fails reads like <c>ldapr</c>; a <c>dmb ish</c> follows it, but for LSE.
/// </summary>
internal static class Arm
{
    public static bool Allows(Execution execution, OracleOptions options)
    {
        Combination code = execution.Combination;
        Relation local = code.ProgramOrder.Where((from, to) =>
            code[from].IsAccess && code[to].IsAccess
            && (IsOrdered(code, from, to, options) || IsDependent(code, from, to)));
        Relation internalReads = execution.ReadsFrom.Where(code.AreOfOneThread);
        return (local | Forwarded(code, internalReads) | execution.External(execution.Communication)).IsAcyclic;
    }

    private static bool IsOrdered(Combination code, int from, int to, OracleOptions options)
    {
        TraceEvent first = code[from];
        TraceEvent second = code[to];
        FenceKind[] fences = [.. code.Between(from, to)];
        return (first.IsRead && first.IsOrdered)
            || (second.IsWrite && second.IsOrdered)
            || fences.Contains(FenceKind.Full)
            || fences.Contains(FenceKind.Write)
            || Enumerable.Range(from + 1, to - from - 1).Any(number => IsAtomicWrite(code[number]))
            || IsAtomicWrite(first)
            || (!options.HasFlag(OracleOptions.Lse) && IsBehindFailure(code, from, to))
            || (first.IsRead && fences.Contains(FenceKind.Read))
            || (first is { IsRead: true, IsUpdate: true } && to == from + 1)
            || (first.IsWrite && second.IsWrite && second.Value.IsObject)
            || (second.IsWrite && Enumerable.Range(from + 1, to - from - 1).Any(between =>
                code[between] is { IsWrite: true, IsOrdered: true } && code[between].Location == second.Location));
    }

    private static bool IsAtomicWrite(TraceEvent each) =>
        each is { IsWrite: true, IsUpdate: true, Mode: AccessMode.Full };

    /// <summary>
    /// Whether the fence behind a failed compare-exchange stands between two events, the read before it.
    /// </summary>
    private static bool IsBehindFailure(Combination code, int from, int to) =>
        Enumerable.Range(from + 1, to - from - 1).Any(number =>
            code[number].Fence == FenceKind.FailedExchange
            && code[number - 1] is { IsRead: true, Mode: AccessMode.Full });

    /// <summary>
    /// A dependency, or one to an event before: to a later write by address, or to one of the same word.
    /// </summary>
    private static bool IsDependent(Combination code, int from, int to)
    {
        TraceEvent second = code[to];
        bool controls = Has(second.Control, code, from) && second.IsWrite;
        if (!code[from].IsRead)
        {
            return false;
        }

        return IsByAddress(code, from, to) || IsByData(code, from, to) || controls
            || (second.IsWrite && Enumerable.Range(from + 1, to - from - 1).Any(between =>
                code[between].IsAccess
                && (IsByAddress(code, from, between)
                    || (code[between].IsWrite && code[between].Location == second.Location
                        && (IsByData(code, from, between) || Has(code[between].Control, code, from))))));
    }

    private static bool IsByAddress(Combination code, int from, int to) =>
        Has(code[to].Through | code[to].Index, code, from);

    private static bool IsByData(Combination code, int from, int to) =>
        code[to].IsWrite && Has(code[to].Data, code, from) && !(code[to].IsUpdate && to == from + 1);

    private static bool Has(ulong reads, Combination code, int read) => (reads >> code.Nodes[read].Index & 1) != 0;

    /// <summary>From what a write depends on to a read that is forwarded from it.</summary>
    private static Relation Forwarded(Combination code, Relation internalReads) => code.ProgramOrder.Where((from, to) =>
        code[from].IsRead && code[to].IsWrite
        && (IsByAddress(code, from, to) || IsByData(code, from, to) || (code[to].IsUpdate && to == from + 1)))
        .Then(internalReads);
}
