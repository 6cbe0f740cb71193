using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Search.Arm64;

/// <summary>
/// What the operations of a thread take from one of its reads: the thread is run again with every other value of that
/// read, all later reads as they are. Code that does the same on both sides of a branch shows no dependency.
/// </summary>
internal sealed unsafe class Dependencies(Program program)
{
    private readonly Dictionary<(int Thread, int Read, int End, string Values), Dependency[]> _known = [];

    /// <summary>The dependencies of the operations behind a read, the first one first.</summary>
    /// <param name="graph">A complete graph.</param>
    /// <param name="read">The read.</param>
    public Dependency[] Behind<TSet>(ExecutionGraph<TSet> graph, int read)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int thread = graph.Events[read].Thread;
        WordValues values = WordValues.Of(program, graph, thread);
        (int, int, int, string) key = (thread, graph.Events[read].Node, graph.Threads[thread].Next, values.Key);
        if (!_known.TryGetValue(key, out Dependency[]? found))
        {
            found = Find(thread, graph.Events[read].Node, graph.Threads[thread].Next, values);
            _known.Add(key, found);
        }

        return found;
    }

    private Dependency[] Find(int thread, int read, int end, WordValues values)
    {
        ActorTree tree = program.Replays[thread].Tree;
        List<int> path = [];
        for (int node = end; node != read; node = tree.ParentOf(node))
        {
            path.Insert(0, node);
        }

        Dependency[] dependencies = new Dependency[path.Count];
        if (tree[read].Returns)
        {
            long here = tree.ValueInto(path[0]);
            foreach (long other in values.Any(tree[read].Location).Where(value => value != here))
            {
                Compare(program.Replays[thread], read, other, path, dependencies);
            }
        }

        return dependencies;
    }

    private void Compare(Replay replay, int read, long other, List<int> path, Dependency[] dependencies)
    {
        ActorTree tree = replay.Tree;
        int node = replay.NextIfAny(read, other, program.Initial);
        for (int step = 0; step < path.Count; step++)
        {
            Operation here = tree[path[step]];
            if (node < 0 || tree[node].Kind != here.Kind || tree[node].Ordering != here.Ordering)
            {
                // Another way through the code: whatever comes here depends on it.
                for (int later = step; later < path.Count; later++)
                {
                    dependencies[later] |= Dependency.Control;
                }

                return;
            }

            Operation there = tree[node];
            dependencies[step] |= there.Location != here.Location ? Dependency.Address : Dependency.None;
            dependencies[step] |= there.Operand != here.Operand || there.Comparand != here.Comparand
                ? Dependency.Data : Dependency.None;
            if (step + 1 < path.Count)
            {
                node = replay.NextIfAny(node, tree.ValueInto(path[step + 1]), program.Initial);
            }
        }
    }
}
