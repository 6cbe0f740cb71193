using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Search.Arm64;

/// <summary>What one thread's code keeps in order on an Arm64 processor.</summary>
/// <param name="program">The program.</param>
/// <param name="graph">A complete graph.</param>
/// <param name="events">The thread's events in program order.</param>
/// <param name="hasAtomics">Whether updates are single instructions.</param>
/// <param name="dependencies">What later operations take from a read.</param>
internal sealed unsafe class Arm64Thread<TSet>(
    Program program, ExecutionGraph<TSet> graph, List<int> events, bool hasAtomics, Dependencies dependencies)
    where TSet : unmanaged, IEventSet<TSet>
{
    private const EventKind Full = EventKind.FenceBefore | EventKind.FenceAfter;

    /// <summary>Pairs of accesses, the first of which comes before the second on every processor.</summary>
    public IEnumerable<(int From, int To)> Order()
    {
        for (int first = 0; first < events.Count; first++)
        {
            if (Is(first, EventKind.Fence))
            {
                continue;
            }

            Dependency[] taken = Is(first, EventKind.Read) ? dependencies.Behind(graph, events[first]) : [];
            for (int second = first + 1; second < events.Count; second++)
            {
                if (!Is(second, EventKind.Fence) && (IsOrdered(first, second) || IsDependent(first, second, taken)))
                {
                    yield return (events[first], events[second]);
                }
            }

            foreach (int read in Forwarded(first, taken))
            {
                yield return (events[first], events[read]);
            }
        }
    }

    private bool IsOrdered(int first, int second) =>
        (Is(first, EventKind.Read) && Is(first, EventKind.Acquire))
        || (Is(second, EventKind.Write) && Is(second, EventKind.Release))
        || (IsUpdate(first, EventKind.Read) && second == first + 1)
        || IsAtomicWrite(first)
        || (Is(first, EventKind.Write) && StoresReference(second))
        || Between(first, second).Any(between => Separates(first, between, second))
        || (!hasAtomics && Between(first - 1, second).Any(IsFailedSwap));

    /// <summary>A barrier, an update, or a release of the word that the second one writes.</summary>
    private bool Separates(int first, int between, int second) =>
        (Is(between, EventKind.Fence) && (Kind(between) & (Full | EventKind.Release)) != 0)
        || (Is(between, EventKind.Fence) && Is(between, EventKind.Acquire) && Is(first, EventKind.Read))
        || IsAtomicWrite(between)
        || (Is(between, EventKind.Write) && Is(between, EventKind.Release) && Is(second, EventKind.Write)
            && LocationOf(between) == LocationOf(second));

    /// <summary>
    /// A dependency, or one on an access between: by address to any later write, else to writes of the same word.
    /// </summary>
    private bool IsDependent(int first, int second, Dependency[] taken)
    {
        bool writes = Is(second, EventKind.Write);
        Dependency own = Taken(first, second, taken);
        return (own & Dependency.Address) != 0
            || (writes && own != Dependency.None && !(IsUpdate(second, EventKind.Write) && second == first + 1))
            || (writes && Between(first, second).Any(between => !Is(between, EventKind.Fence)
                && ((Taken(first, between, taken) & Dependency.Address) != 0
                    || (Is(between, EventKind.Write) && LocationOf(between) == LocationOf(second)
                        && Taken(first, between, taken) != Dependency.None))));
    }

    /// <summary>The reads that are forwarded from a write which depends on a read by address or data.</summary>
    private IEnumerable<int> Forwarded(int first, Dependency[] taken) => Enumerable.Range(0, events.Count).Where(read =>
    {
        int write = Is(read, EventKind.Read) ? events.IndexOf(graph.Events[events[read]].ReadFrom) : -1;
        bool isOwnHalf = IsUpdate(first, EventKind.Read) && write == first + 1;
        return write > first && read > write && Is(first, EventKind.Read)
            && (isOwnHalf || (Taken(first, write, taken) & (Dependency.Address | Dependency.Data)) != 0);
    });

    private Dependency Taken(int first, int second, Dependency[] taken)
    {
        if (taken.Length == 0)
        {
            return Dependency.None;
        }

        ActorTree tree = program.Replays[graph.Events[events[first]].Thread].Tree;
        int distance = tree.IndexOf(graph.Events[events[second]].Node) - tree.IndexOf(graph.Events[events[first]].Node);
        return (graph.Events[events[second]].Through == events[first] ? Dependency.Address : Dependency.None)
            | (distance > 0 ? taken[distance - 1] : Dependency.None);
    }

    private static IEnumerable<int> Between(int first, int second) => Enumerable.Range(first + 1, second - first - 1);

    private bool IsAtomicWrite(int index) => IsUpdate(index, EventKind.Write) && Is(index, EventKind.FenceAfter);

    private bool IsUpdate(int index, EventKind half) => Is(index, EventKind.Update) && Is(index, half);

    private bool IsFailedSwap(int index) => Is(index, EventKind.Read) && !Is(index, EventKind.Update)
        && program.Replays[graph.Events[events[index]].Thread].Tree[graph.Events[events[index]].Node]
            is { Kind: OperationKind.CompareExchange, Ordering: Ordering.Full };

    private bool StoresReference(int index) => Is(index, EventKind.Write) && graph.Events[events[index]].Value != 0
        && program.Words.Length > 0 && program.Words[LocationOf(index)].HoldsReference;

    private bool Is(int index, EventKind kind) => (Kind(index) & kind) == kind;

    private EventKind Kind(int index) => graph.KindOf(events[index]);

    private int LocationOf(int index) => graph.Events[events[index]].Location;
}
