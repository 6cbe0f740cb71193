using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>The values that a graph holds for its words.</summary>
internal sealed class GraphValues(Combination combination)
{
    private readonly ILookup<Location, Node> _writes =
        combination.Nodes.Where(node => node.Event.IsWrite).ToLookup(node => node.Event.Location);

    /// <summary>Whether a word holds a value at some time; a reference may be null.</summary>
    public bool Has(Location location, Value value) =>
        value == combination.Program.InitialOf(location)
        || _writes[location].Any(write => write.Event.Value == value)
        || (value == Value.Null && HoldsReference(location));

    /// <summary>
    /// Whether compiled code can be shown what a read returns: a value that the word holds, null, 0, or a fresh
    /// number; behind an own write that, what another thread writes, or, if one does, 0 or a fresh number.
    /// </summary>
    public bool HasForCode(int thread, Trace run, ReadIdentity read)
    {
        Value value = run.ValueOf(read);
        bool isMadeUp = value == default || value == ProgramTraces.Fresh;
        if (read.OwnWrites == 0)
        {
            return isMadeUp || Has(read.Location, value);
        }

        Node[] others = [.. _writes[read.Location].Where(write => write.Thread != thread)];
        return value == run.OwnWriteBefore(read).Value
            || others.Any(write => write.Event.Value == value)
            || (isMadeUp && others.Length > 0 && !combination.Program.HoldsReference(read.Location));
    }

    private bool HoldsReference(Location location) =>
        combination.Program.InitialOf(location).IsObject || _writes[location].Any(write => write.Event.Value.IsObject);
}
