using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// What the actors read and write in all executions that a search has found: the ways on which a value may come round.
/// </summary>
internal sealed class WordFlows
{
    private readonly HashSet<(int Thread, int Location, long Value)> _written = [];
    private readonly HashSet<(int Thread, int Read, int Written)> _flows = [];
    private readonly Dictionary<PassingPair, bool> _mayClose = [];

    /// <summary>Collects them.</summary>
    /// <param name="program">The program; what a search has seen of its actors is marked as visited.</param>
    public WordFlows(Program program)
    {
        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            Collect(program, thread);
        }
    }

    /// <summary>What the actors write; of an add that returns nothing, what it makes of the initial value.</summary>
    public IReadOnlyCollection<(int Thread, int Location, long Value)> Written => _written;

    /// <summary>Whether what is written can, from actor to actor, come to write what was read.</summary>
    public bool MayClose(PassingPair pair)
    {
        if (!_mayClose.TryGetValue(pair, out bool mayClose))
        {
            mayClose = pair.MayClose(_flows);
            _mayClose.Add(pair, mayClose);
        }

        return mayClose;
    }

    private void Collect(Program program, int thread)
    {
        ActorTree tree = program.Replays[thread].Tree;
        HashSet<int> reads = [];
        HashSet<int> writes = [];
        for (int node = 0; node < tree.Count; node++)
        {
            int parent = tree.ParentOf(node);
            if (parent < 0 || !tree.IsVisited(node) || tree[parent].Location < 0)
            {
                continue;
            }

            Operation operation = tree[parent];
            long old = operation.Returns ? tree.ValueInto(node) : program.Initial[operation.Location];
            if (operation.Reads)
            {
                reads.Add(operation.Location);
            }

            if (operation.Kind == OperationKind.Write || (operation.Reads && operation.WritesAfter(old)))
            {
                writes.Add(operation.Location);
                _written.Add((thread, operation.Location, operation.Apply(old, program.SizeOf(operation.Location))));
            }
        }

        _flows.UnionWith(reads.SelectMany(_ => writes, (read, written) => (thread, read, written)));
    }
}
