using Exploration.Actors;

namespace Exploration.Search;

/// <summary>
/// What the actors read and write in all executions that a search has found: the ways on which a value may come round.
/// </summary>
internal sealed class WordFlows
{
    private readonly HashSet<(int Thread, int Location, long Value)> _written = [];
    private readonly HashSet<int>[] _reads;
    private readonly HashSet<int>[] _writes;

    /// <summary>Collects them.</summary>
    /// <param name="program">The program; what a search has seen of its actors is marked as visited.</param>
    public WordFlows(Program program)
    {
        _reads = [.. program.Replays.Select(_ => new HashSet<int>())];
        _writes = [.. program.Replays.Select(_ => new HashSet<int>())];
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
        HashSet<int> reached = [];
        Stack<int> open = new(WrittenAfter(pair.Written, besides: pair.Thread));
        while (open.TryPop(out int word))
        {
            if (reached.Add(word))
            {
                foreach (int written in WrittenAfter(word, besides: -1))
                {
                    open.Push(written);
                }
            }
        }

        return reached.Contains(pair.Read);
    }

    private IEnumerable<int> WrittenAfter(int read, int besides) => Enumerable.Range(0, _reads.Length)
        .Where(thread => thread != besides && _reads[thread].Contains(read)).SelectMany(thread => _writes[thread]);

    private void Collect(Program program, int thread)
    {
        ActorTree tree = program.Replays[thread].Tree;
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
                _reads[thread].Add(operation.Location);
            }

            if (operation.Kind == OperationKind.Write || (operation.Reads && operation.WritesAfter(old)))
            {
                _writes[thread].Add(operation.Location);
                _written.Add((thread, operation.Location, operation.Apply(old, program.SizeOf(operation.Location))));
            }
        }
    }
}
