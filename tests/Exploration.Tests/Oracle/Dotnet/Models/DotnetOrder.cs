using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>What <c>dotnet</c> keeps of program order: rules 1 to 9.</summary>
internal static class DotnetOrder
{
    public static Relation Of(Combination code, OracleOptions options) => code.ProgramOrder.Where((from, to) =>
        code[from].IsAccess && code[to].IsAccess
        && (IsByMode(code[from], code[to])
            || IsByFence(code, from, to, options)
            || IsUpdate(code[from], to - from)
            || IsThrough(code, from, code[to].Through)
            || (options.HasFlag(OracleOptions.IndexOrder) && IsThrough(code, from, code[to].Index))
            || Publishes(code, from, to, options)));

    /// <summary>
    /// An acquire before it, a release behind it, or a volatile write that a later one must not replace.
    /// </summary>
    private static bool IsByMode(TraceEvent first, TraceEvent second) =>
        (first.IsRead && first.IsOrdered)
        || (second.IsWrite && second.IsOrdered)
        || (first is { IsWrite: true, Mode: AccessMode.Volatile }
            && second.IsWrite && first.Location == second.Location);

    private static bool IsByFence(Combination code, int from, int to, OracleOptions options) =>
        code.Between(from, to).Any(fence => fence switch
        {
            FenceKind.Full or FenceKind.Interlocked => true,
            FenceKind.FailedExchange => !options.HasFlag(OracleOptions.WeakExchange),
            FenceKind.Read => code[from].IsRead,
            FenceKind.Write => code[to].IsWrite,
            _ => throw new InvalidOperationException($"{fence} has no rule."),
        });

    private static bool IsUpdate(TraceEvent first, int distance) =>
        first is { IsRead: true, IsUpdate: true } && distance == 1;

    private static bool IsThrough(Combination code, int from, ulong reads) =>
        code[from].IsRead && (reads >> code.Nodes[from].Index & 1) != 0;

    /// <summary>A write to an object before a write of the reference to it.</summary>
    private static bool Publishes(Combination code, int from, int to, OracleOptions options)
    {
        if (!code[from].IsWrite || !code[to].IsWrite
            || code[from].Location.Owner is not { } owner || code[to].Value.Object is not { } published)
        {
            return false;
        }

        return owner == published
            || (options.HasFlag(OracleOptions.Reachable) && ReachableFrom(published, code, to).Contains(owner));
    }

    /// <summary>
    /// The objects that can be reached from one, by what the thread wrote into objects before an event.
    /// </summary>
    private static HashSet<string> ReachableFrom(string published, Combination code, int to)
    {
        Dictionary<Location, string?> heap = [];
        for (int number = code.Start[code.Nodes[to].Thread]; number < to; number++)
        {
            if (code[number] is { IsWrite: true, Location.Owner: not null } write)
            {
                heap[write.Location] = write.Value.Object;
            }
        }

        HashSet<string> reached = [published];
        while (heap.Any(field => reached.Contains(field.Key.Owner!) && field.Value is { } next && reached.Add(next)))
        {
        }

        return reached;
    }
}
