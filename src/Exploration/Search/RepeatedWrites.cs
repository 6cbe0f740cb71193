using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// Plain writes that an actor has performed, with the same value, before a plain read that they may pass, in runs that
/// a search has found. Whatever that read returns, the earlier write is there, and stands for the later one; so the
/// read may see what the later one causes, although the later one depends on it.
/// </summary>
/// <param name="program">The program; what a search has seen of its actors is marked as visited.</param>
/// <param name="fencesFailedSwap">Whether a compare-and-swap that fails is a full fence.</param>
internal sealed class RepeatedWrites(Program program, bool fencesFailedSwap)
{
    private readonly WordFlows _flows = new(program);

    /// <summary>
    /// The first read and write found that program order and reads-from can lead back from to the read; null without.
    /// </summary>
    public PassingPair? Find() =>
        Enumerable.Range(0, program.Replays.Length).Select(Find).FirstOrDefault(pair => pair is not null);

    private PassingPair? Find(int thread)
    {
        ActorTree tree = program.Replays[thread].Tree;
        return Enumerable.Range(0, tree.Count)
            .Where(node => tree.IsVisited(node)
                && tree[node] is { Kind: OperationKind.Write, Ordering: Ordering.Plain })
            .Select(write => Find(thread, tree, write)).FirstOrDefault(pair => pair is not null);
    }

    private PassingPair? Find(int thread, ActorTree tree, int write)
    {
        Operation target = tree[write];
        PassingPair? passed = null;
        bool isHeld = false;
        KeptApart apart = default;
        int next = write;
        for (int node = tree.ParentOf(write); node >= 0 && !apart.Holds;
            (next, node) = (node, tree.ParentOf(node)))
        {
            Operation earlier = tree[node];
            bool isFence = IsFence(earlier, tree.ValueInto(next));
            PassingPair pair = new(thread, earlier.Location, target.Location);
            bool isSameWord = pair.Read == pair.Written;
            isHeld |= isFence
                || (isSameWord && earlier.Kind == OperationKind.Write && earlier.Ordering != Ordering.Plain);
            bool mayPass = !isHeld && passed is null && !isSameWord && target.Through != tree.IndexOf(node)
                && earlier is { Kind: OperationKind.Read, Ordering: Ordering.Plain };
            passed = mayPass && _flows.MayClose(pair) ? pair : passed;
            if (passed is not null && isSameWord && earlier is { Kind: OperationKind.Write, Ordering: Ordering.Plain }
                && Value(earlier) == Value(target))
            {
                return passed;
            }

            bool writes = earlier.Kind == OperationKind.Write
                || (earlier.Reads && earlier.WritesAfter(tree.ValueInto(next)));
            apart.Pass(earlier, writes, isFence);
        }

        return null;
    }

    private bool IsFence(in Operation operation, long returned) => operation.IsBarrier
        || (operation.IsReadModifyWrite && operation.Ordering == Ordering.Full
            && (fencesFailedSwap || operation.WritesAfter(returned)));

    private long Value(in Operation write) => write.Apply(0, program.SizeOf(write.Location));
}
