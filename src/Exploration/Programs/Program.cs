using Atomics.Programs;
using Exploration.Actors;
using Exploration.Actors.Waits;
using Exploration.Graphs;
using Exploration.Models;

namespace Exploration.Programs;

/// <summary>A scenario made ready for a search: its actors' replays and the initial values of its locations.</summary>
/// <remarks>
/// Each actor has a scenario instance of its own, so that it can reach the others through declared words only, which
/// the checker knows by their index; one more instance is shared by all, to see whether that makes a difference.
/// </remarks>
internal sealed class Program : IDisposable
{
    private readonly List<ScenarioInstance> _instances = [];
    private readonly int[] _sizes;

    /// <summary>Makes the instances.</summary>
    /// <param name="source">Makes fresh instances of the scenario.</param>
    /// <exception cref="ExplorationException">The scenario is too large, or not the same twice.</exception>
    public Program(ProgramSource source)
    {
        Func<ObjectInstance> create = source.Create;
        FoundWords? found = source.Code?.Words;
        Code = source.Code;
        ObjectInstance first = Add(create);
        Instance = first.Scenario;
        Words = found?.Traits ?? [.. first.Words];
        Require(Instance.Actors.Count, GraphLimits.MaxThreads, "actors");
        Require(Instance.Locations.Count, GraphLimits.MaxLocations, "words");

        Locations = found ?? Instance.Locations;
        Initial = found?.Initial ?? ValuesOf(Instance);
        _sizes = found?.Sizes ?? [.. Instance.Locations.Select(location => location.SizeBytes)];
        SiteOf = source.SiteOf;
        IsEdited = source.CreateEditor is not null;
        Replays = [.. Instance.Actors.Select((_, actor) => new Replay(
            new ActorRunner(Add(create).Scenario, actor, Initial) { Editor = source.CreateEditor?.Invoke() },
            new ActorRunner(Instance, actor, Initial) { Editor = source.CreateEditor?.Invoke() },
            _sizes)
        {
            Proved = IsEdited ? [] : source.Proved,
        })];
        Waits = [.. Replays.Select(replay => new WaitLoops(replay, _sizes))];
        HasData = Code?.FindsRaces ?? Instance.Locations.Any(location => location.IsData);
    }

    /// <summary>The instance that names actors and outcomes.</summary>
    public ScenarioInstance Instance { get; }

    /// <summary>The scenario if its words are found on the way; else null.</summary>
    public CodeScenario? Code { get; }

    /// <summary>The site of a runner's <see cref="ActorRunner.Site"/>; null if runners know of none.</summary>
    public Func<int, Site?>? SiteOf { get; }

    /// <summary>Whether operations are followed to their sites, or replaced, on the way.</summary>
    public bool IsEdited { get; }

    /// <summary>The words, as far as they are known.</summary>
    public IReadOnlyList<SharedLocation> Locations { get; }

    /// <summary>One for each actor.</summary>
    public Replay[] Replays { get; }

    /// <summary>One for each actor.</summary>
    public WaitLoops[] Waits { get; }

    /// <summary>Whether accesses to some of its words can be in a data race.</summary>
    public bool HasData { get; }

    /// <summary>
    /// Initial values by location, read once from the real memory, which the search never changes. Words that are found
    /// on the way have room here from the start.
    /// </summary>
    public long[] Initial { get; }

    /// <summary>What the words are, by location; empty if no word has to do with objects.</summary>
    public WordTraits[] Words { get; }

    /// <summary>Sizes of the locations in bytes.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

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

    /// <summary>What a graph of the program needs room for.</summary>
    public GraphShape ShapeOf<TModel>()
        where TModel : struct, IMemoryModel => new(Replays.Length, Initial.Length, TModel.HasFenceRows, Words);

    /// <summary>The event of the read that an operation of a thread reaches its word through; -1 without one.</summary>
    public unsafe int FindThrough<TSet>(ExecutionGraph<TSet> graph, int thread, in Operation operation)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int number = operation.Through < 0 ? GraphLimits.Initial : graph.Threads[thread].Last;
        while (number >= 0 && ((graph.KindOf(number) & EventKind.Read) == 0
            || Replays[thread].Tree.IndexOf(graph.Events[number].Node) != operation.Through))
        {
            number = graph.Events[number].Previous;
        }

        return number;
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

    /// <summary>What names a location in every process.</summary>
    public long IdOf(int location) => WordTraits.IdOf(Words, location);

    /// <summary>The location of a name, see <see cref="IdOf"/>.</summary>
    /// <exception cref="WordsFullException">There is no room for one that no run has touched yet.</exception>
    public int LocationOf(long id) => Code is null ? checked((int)id) : Code.Words.Reserve(id);

    /// <summary>Size of a location in bytes.</summary>
    public int SizeOf(int location) => _sizes[location];

    /// <summary>Where an actor acts, ends or waits next.</summary>
    /// <param name="actor">Index of the actor.</param>
    /// <param name="node">Where it is; -1 before its first operation.</param>
    /// <param name="returned">What its operation there returns.</param>
    /// <param name="memory">What memory holds now, for guesses at what comes behind.</param>
    public int Advance(int actor, int node, long returned, ReadOnlySpan<long> memory)
    {
        Replay replay = Replays[actor];
        int next = replay.Next(node, returned, memory);
        replay.Tree.Visit(next);
        return replay.Tree[next].Kind == OperationKind.Pause ? Waits[actor].Skip(next) : next;
    }

    /// <summary>Marks where another search has been.</summary>
    public void Visit(int actor, int node)
    {
        Replays[actor].Tree.Visit(node);
        if (Replays[actor].Tree[node].Kind == OperationKind.Pause)
        {
            Waits[actor].CutAt(node);
        }
    }

    /// <summary>Whether a run can go on behind an operation: it is to return an object only if some run has made
    /// it.</summary>
    public bool CanReturn(in Operation operation, long value) => value == 0 || operation.Location < 0
        || Words.Length == 0 || !Words[operation.Location].HoldsReference || Code?.Knows(value) != false;

    /// <summary>Learns where another worker's search has been.</summary>
    public void Absorb(Program other)
    {
        for (int actor = 0; actor < Replays.Length; actor++)
        {
            Replay replay = Replays[actor];
            ActorTree tree = other.Replays[actor].Tree;
            if (tree.Count == 0)
            {
                // That worker found nothing left to do.
                continue;
            }

            Stack<(int Theirs, int Mine)> open = new();
            open.Push((0, replay.Next(-1, 0, Initial)));
            while (open.TryPop(out (int Theirs, int Mine) pair))
            {
                Visit(actor, pair.Mine);

                for (int child = tree.FirstChildOf(pair.Theirs); child >= 0; child = tree.NextSiblingOf(child))
                {
                    if (tree.IsVisited(child))
                    {
                        open.Push((child, replay.Next(pair.Mine, tree.ValueInto(child), Initial)));
                    }
                }
            }
        }
    }

    /// <summary>Called with the reason before a run that cannot be ended keeps its thread for ever.</summary>
    public void OnAbandoned(Action<ExplorationException> report)
    {
        foreach (Replay replay in Replays)
        {
            replay.OnAbandoned(report);
        }
    }

    /// <summary>Makes sure that nobody has written a word other than through the memory parameter.</summary>
    /// <exception cref="ExplorationException">Somebody has.</exception>
    public void CheckWords()
    {
        foreach (ScenarioInstance instance in _instances)
        {
            long[] values = ValuesOf(instance);
            int changed = values.AsSpan().CommonPrefixLength(Initial);
            if (changed < values.Length)
            {
                throw new ExplorationException($"An actor writes '{Instance.Locations[changed].Name}' directly. "
                    + "Shared words are touched through the memory parameter only.");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _instances.ForEach(instance => instance.Dispose());

    private ObjectInstance Add(Func<ObjectInstance> create)
    {
        ObjectInstance created = create();
        ScenarioInstance instance = created.Scenario;
        _instances.Add(instance);
        if (!Shape(instance).SequenceEqual(Shape(_instances[0]))
            || !ValuesOf(instance).SequenceEqual(ValuesOf(_instances[0])))
        {
            throw new ExplorationException(
                "The scenario is not deterministic: made twice, it has other actors or words, "
                + "or other initial values.");
        }

        return created;
    }

    private static IEnumerable<(string Name, int Size)> Shape(ScenarioInstance instance) =>
    [
        .. instance.Actors.Select(actor => (actor.Name, actor.RegisterNames.Count)),
        .. instance.Locations.Select(location => (location.Name, location.SizeBytes)),
    ];

    private static long[] ValuesOf(ScenarioInstance instance) => [.. instance.Locations.Select(Load)];

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
        _ =>
            throw new ExplorationException(
                $"Location '{location.Name}' has {location.SizeBytes} bytes; a word has 4 or 8."),
    };
}
