namespace Harness.Processors;

/// <summary>In which order threads take processors.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Summary">What it means.</param>
public sealed record Placement(string Name, string Summary)
{
    /// <summary>A core for each thread, a socket after the other.</summary>
    public static Placement Cores { get; } = new(
        "cores", "one thread per core, socket by socket, SMT siblings last");

    /// <summary>Both siblings of a core, then the next core.</summary>
    public static Placement Siblings { get; } = new("siblings", "all SMT siblings of a core before the next core");

    /// <summary>The sockets in turn.</summary>
    public static Placement SocketsInTurn { get; } = new(
        "sockets", "one thread per core, sockets in turn, SMT siblings last");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Placement> All { get; } = [Cores, Siblings, SocketsInTurn];

    /// <summary>Why a machine does not have it; null if it has.</summary>
    public string? Misses(Topology topology) =>
        this == Siblings && !topology.HasSiblings ? "no two processors of this machine are siblings of one core"
        : this == SocketsInTurn && topology.Sockets < 2 ? "this machine has one socket"
        : null;

    /// <summary>The processors in the order in which threads take them.</summary>
    public IReadOnlyList<int> Order(Topology topology)
    {
        // The number of each processor in its core, and of each core in its socket.
        Dictionary<int, int> siblings = Ranks(topology.Processors.GroupBy(each => each.Core), each => each.Number);
        Dictionary<int, int> cores = Ranks(
            topology.Processors.DistinctBy(each => each.Core).GroupBy(each => each.Socket), each => each.Core);
        IOrderedEnumerable<Processor> ordered =
            this == Siblings ? topology.Processors.OrderBy(each => each.Socket).ThenBy(each => each.Core)
            : this == SocketsInTurn
                ? topology.Processors.OrderBy(each => siblings[each.Number]).ThenBy(each => cores[each.Core])
            : topology.Processors.OrderBy(each => siblings[each.Number]);
        return [.. ordered.ThenBy(each => each.Socket).ThenBy(each => each.Number).Select(each => each.Number)];
    }

    private static Dictionary<int, int> Ranks(
        IEnumerable<IGrouping<int, Processor>> groups, Func<Processor, int> number) =>
        groups.SelectMany(group => group.OrderBy(number).Index())
            .ToDictionary(each => number(each.Item), each => each.Index);
}
