using System.Numerics;
using Atomics.Programs;
using Exploration.Graphs;
using Exploration.Races;

namespace Exploration.Actors;

/// <summary>A scenario instance made ready for a search: its actors' replays and the initial values of its locations.</summary>
internal sealed class Program : IDisposable
{
    /// <summary>Takes over an instance, which is disposed with this.</summary>
    public Program(ScenarioInstance instance)
    {
        Instance = instance;
        if (instance.Actors.Count > ExecutionGraph.MaxThreads)
        {
            throw new ExplorationException($"A scenario has at most {ExecutionGraph.MaxThreads} actors here.");
        }

        if (instance.Locations.Count > ExecutionGraph.MaxLocations)
        {
            throw new ExplorationException($"A scenario has at most {ExecutionGraph.MaxLocations} locations here.");
        }

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
        DataRaces = instance.Locations.Any(location => location.IsData) ? new DataRaceCheck(this) : null;
    }

    /// <summary>The scenario instance.</summary>
    public ScenarioInstance Instance { get; }

    /// <summary>One for each actor.</summary>
    public Replay[] Replays { get; }

    /// <summary>One for each actor.</summary>
    public WaitLoops[] Waits { get; }

    /// <summary>Looks for data races; null if the scenario has no data words.</summary>
    public DataRaceCheck? DataRaces { get; }

    /// <summary>Initial values by location, read once from the real memory, which the search never changes.</summary>
    public long[] Initial { get; }

    /// <summary>What a location holds at the end of a graph.</summary>
    public unsafe long FinalValue(ref ExecutionGraph graph, int location)
    {
        if ((graph.Commuting >> location & 1) != 0)
        {
            return SumOf(ref graph, location, graph.WritesTo[location]);
        }

        int write = graph.LastWrite[location];
        return write < 0 ? Initial[location] : graph.Value[write];
    }

    /// <summary>What a commuting location holds after some adds.</summary>
    public unsafe long SumOf(ref ExecutionGraph graph, int location, ulong adds)
    {
        long sum = Initial[location];
        for (ulong rest = adds; rest != 0; rest &= rest - 1)
        {
            sum += graph.Value[BitOperations.TrailingZeroCount(rest)];
        }

        return SizeOf(location) == sizeof(int) ? (int)sum : sum;
    }

    /// <summary>Size of a location in bytes.</summary>
    public int SizeOf(int location) => Instance.Locations[location].SizeBytes;

    /// <inheritdoc/>
    public void Dispose() => Instance.Dispose();

    private static unsafe long Load(SharedLocation location) => location.SizeBytes switch
    {
        sizeof(int) => *(int*)location.Address,
        sizeof(long) => *(long*)location.Address,
        _ => throw new ExplorationException($"Location '{location.Name}' has {location.SizeBytes} bytes; a word has 4 or 8."),
    };
}
