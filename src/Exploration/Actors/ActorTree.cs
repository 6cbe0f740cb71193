namespace Exploration.Actors;

/// <summary>
/// Everything that one actor has been seen to do: after each history of read results, the operation that comes next. A
/// node is found once, by running the actor's code; the search then walks from node to node on integers.
/// </summary>
internal sealed class ActorTree
{
    /// <summary>No node.</summary>
    public const int None = -1;

    private Node[] _nodes = new Node[64];
    private OperationKind[] _kinds = new OperationKind[64];
    private int _count;

    /// <summary>Nodes so far.</summary>
    public int Count => _count;

    /// <summary>The operation of a node.</summary>
    public ref readonly Operation this[int node] => ref _nodes[node].Operation;

    /// <summary>
    /// What the operation of a node does. The kinds lie by themselves: the search asks for them at every step of every
    /// actor, and the nodes of an actor are megabytes.
    /// </summary>
    public OperationKind KindOf(int node) => _kinds[node];

    /// <summary>
    /// For a finished actor, the index of its registers in the replay's table; for a thrown one, of its message.
    /// </summary>
    public int ResultOf(int node) => _nodes[node].Result;

    /// <summary>The node before, -1 at the first operation.</summary>
    public int ParentOf(int node) => _nodes[node].Parent;

    /// <summary>How many operations come before a node in its actor's history: its index there.</summary>
    public int IndexOf(int node) => _nodes[node].Index;

    /// <summary>What the operation before returned to the actor.</summary>
    public long ValueInto(int node) => _nodes[node].ValueFromParent;

    /// <summary>Whether a search has been here; the others are guesses about the code that nobody needed yet.</summary>
    public bool IsVisited(int node) => _nodes[node].IsVisited;

    /// <summary>Marks a node as one that a search has been to.</summary>
    public void Visit(int node) => _nodes[node].IsVisited = true;

    /// <summary>The last found of the nodes behind a node; -1 if there is none.</summary>
    public int FirstChildOf(int node) => _nodes[node].FirstChild;

    /// <summary>The next of the nodes behind the same node; -1 behind the last.</summary>
    public int NextSiblingOf(int node) => _nodes[node].NextSibling;

    /// <summary>The node after <paramref name="node"/> returned <paramref name="value"/>; -1 if unknown yet.</summary>
    public int Find(int node, long value)
    {
        for (int child = _nodes[node].FirstChild; child != None; child = _nodes[child].NextSibling)
        {
            if (_nodes[child].ValueFromParent == value)
            {
                return child;
            }
        }

        return None;
    }

    /// <summary>
    /// What each operation up to a node returned, the node's own last; empty before the first operation.
    /// </summary>
    /// <param name="node">The node; -1 before the first operation.</param>
    /// <param name="value">What the node's operation returns.</param>
    /// <param name="returned">Receives the values.</param>
    public void History(int node, long value, List<long> returned)
    {
        returned.Clear();
        for (int at = node; at >= 0; at = _nodes[at].Parent)
        {
            returned.Add(value);
            value = _nodes[at].ValueFromParent;
        }

        returned.Reverse();
    }

    /// <summary>
    /// Adds the node that follows <paramref name="parent"/> after it returned <paramref name="value"/>.
    /// </summary>
    public int Append(int parent, long value, Operation operation, int result = 0)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * _count);
            Array.Resize(ref _kinds, 2 * _count);
        }

        int sibling = parent == None ? None : _nodes[parent].FirstChild;
        _nodes[_count] = new Node(operation, parent, value, None, sibling, result)
        {
            Index = parent == None ? 0 : _nodes[parent].Index + 1,
        };
        _kinds[_count] = operation.Kind;
        if (parent != None)
        {
            _nodes[parent].FirstChild = _count;
        }

        return _count++;
    }

    /// <summary>As long as a cache line: the fields are in an order that leaves no gaps.</summary>
    private struct Node(Operation operation, int parent, long value, int firstChild, int nextSibling, int result)
    {
        public readonly Operation Operation = operation;
        public readonly long ValueFromParent = value;
        public readonly int Parent = parent;
        public readonly int NextSibling = nextSibling;
        public readonly int Result = result;
        public int FirstChild = firstChild;
        public int Index;
        public bool IsVisited;
    }
}
