using Atomics.Programs;
using Exploration.Graphs;

namespace Exploration.Actors;

/// <summary>A scenario instance made ready for a search: its actors' replays and the initial values of its locations.</summary>
internal sealed class Program : IDisposable
{
    /// <summary>Takes over an instance, which is disposed with this.</summary>
    public Program(ScenarioInstance instance)
    {
        Instance = instance;
        Require(instance.Actors.Count, GraphLimits.MaxThreads, "actors");
        Require(instance.Locations.Count, GraphLimits.MaxLocations, "words");

        Dictionary<nint, int> locations = [];
        Initial = new long[instance.Locations.Count];
        for (int location = 0; location < Initial.Length; location++)
        {
            SharedLocation declared = instance.Locations[location];
            locations.Add(declared.Address, location);
            Initial[location] = Load(declared);
        }

        Replays = [.. instance.Actors.Select((_, actor) => new Replay(instance, actor, locations, Initial))];
        Waits = [.. Replays.Select(replay => new WaitLoops(replay, Initial))];
    }

    /// <summary>The scenario instance.</summary>
    public ScenarioInstance Instance { get; }

    /// <summary>One for each actor.</summary>
    public Replay[] Replays { get; }

    /// <summary>One for each actor.</summary>
    public WaitLoops[] Waits { get; }

    /// <summary>Initial values by location, read once from the real memory, which the search never changes.</summary>
    public long[] Initial { get; }

    /// <summary>What a location holds at the end of a graph.</summary>
    public unsafe long FinalValue<TSet>(ExecutionGraph<TSet> graph, int location)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (graph.Commuting.Contains(location))
        {
            return SumOf(graph, location, graph.Locations[location].Writes);
        }

        int write = graph.Locations[location].LastWrite;
        return write < 0 ? Initial[location] : graph.Events[write].Value;
    }

    /// <summary>What a commuting location holds after some adds.</summary>
    public unsafe long SumOf<TSet>(ExecutionGraph<TSet> graph, int location, TSet adds)
        where TSet : unmanaged, IEventSet<TSet>
    {
        long sum = Initial[location];
        foreach (int add in adds)
        {
            sum += graph.Events[add].Value;
        }

        return SizeOf(location) == sizeof(int) ? (int)sum : sum;
    }

    /// <summary>Size of a location in bytes.</summary>
    public int SizeOf(int location) => Instance.Locations[location].SizeBytes;

    /// <inheritdoc/>
    public void Dispose() => Instance.Dispose();

    private static void Require(int declared, int limit, string what)
    {
        if (declared > limit)
        {
            throw new ExplorationException($"The scenario has {declared} {what}; at most {limit} can be explored.");
        }
    }

    private static unsafe long Load(SharedLocation location) => location.SizeBytes switch
    {
        sizeof(int) => *(int*)location.Address,
        sizeof(long) => *(long*)location.Address,
        _ => throw new ExplorationException($"Location '{location.Name}' has {location.SizeBytes} bytes; a word has 4 or 8."),
    };
}
