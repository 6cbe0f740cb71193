using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>
/// A plain write is elidable if a later plain write of the thread to its word may swallow it: no update, full or write
/// barrier between them.
/// </summary>
internal static class Elision
{
    public static bool IsElidable(Combination code, int write)
    {
        if (!IsPlain(code[write]))
        {
            return false;
        }

        for (int later = write + 1; later < code.Nodes.Length && code.AreOfOneThread(write, later); later++)
        {
            TraceEvent each = code[later];
            if (each.Kind == EventKind.Fence && each.Fence != FenceKind.Read)
            {
                return false;
            }

            if (each.IsWrite && each.Location == code[write].Location)
            {
                return IsPlain(each);
            }
        }

        return false;
    }

    private static bool IsPlain(TraceEvent each) => each is { IsWrite: true, Mode: AccessMode.Plain, IsUpdate: false };
}
