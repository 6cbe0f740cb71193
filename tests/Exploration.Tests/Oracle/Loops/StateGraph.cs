namespace Exploration.Tests.Oracle.Loops;

/// <summary>States and the steps between them.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<byte[], int> _numbers = new(new SameBytes());
    private readonly List<byte[]> _states = [];
    private readonly List<int> _firstStep = [];
    private readonly List<(int To, bool Changes)> _steps = [];

    public int Count => _states.Count;

    /// <summary>Whether a step within a strongly connected component changes a word.</summary>
    public bool ChangesForEver { get; private set; }

    /// <summary>The number of a state, new or not.</summary>
    public int Add(byte[] state)
    {
        if (_numbers.TryAdd(state, _states.Count))
        {
            _states.Add(state);
        }

        return _numbers[state];
    }

    /// <summary>Finds the steps from a state; states are expanded in the order of their numbers.</summary>
    public void Expand(int state, Action<byte[]> successors)
    {
        _firstStep.Add(_steps.Count);
        successors(_states[state]);
    }

    /// <summary>Adds a step from the state that is expanded now.</summary>
    /// <param name="state">Where it leads.</param>
    /// <param name="changes">Whether it changes what a word holds.</param>
    public void AddSuccessor(byte[] state, bool changes) => _steps.Add((Add(state), changes));

    /// <summary>The states of the strongly connected components that no step leaves.</summary>
    public IReadOnlyList<byte[]> WithoutWayOut()
    {
        _firstStep.Add(_steps.Count);
        int[] component = Components();
        bool[] hasWayOut = new bool[Count];
        for (int state = 0; state < Count; state++)
        {
            for (int step = _firstStep[state]; step < _firstStep[state + 1]; step++)
            {
                (int to, bool changes) = _steps[step];
                bool leaves = component[to] != component[state];
                hasWayOut[component[state]] |= leaves;
                ChangesForEver |= changes && !leaves;
            }
        }

        return [.. _states.Where((_, state) => !hasWayOut[component[state]])];
    }

    /// <summary>The component of each state: the algorithm of Tarjan (1972), with a stack of its own.</summary>
    private int[] Components()
    {
        int[] component = new int[Count];
        int[] index = new int[Count];
        int[] low = new int[Count];
        int[] step = [.. _firstStep];
        Array.Fill(component, -1);
        Stack<int> open = [];
        Stack<int> path = new([0]);
        int visited = 0;
        int components = 0;
        while (path.TryPeek(out int state))
        {
            if (index[state] == 0)
            {
                index[state] = low[state] = ++visited;
                open.Push(state);
            }

            if (step[state] < _firstStep[state + 1])
            {
                int to = _steps[step[state]++].To;
                if (index[to] == 0)
                {
                    path.Push(to);
                }
                else if (component[to] < 0)
                {
                    low[state] = Math.Min(low[state], index[to]);
                }

                continue;
            }

            path.Pop();
            if (path.TryPeek(out int caller))
            {
                low[caller] = Math.Min(low[caller], low[state]);
            }

            if (low[state] == index[state])
            {
                while (component[state] < 0)
                {
                    component[open.Pop()] = components;
                }

                components++;
            }
        }

        return component;
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(byte[] state)
        {
            HashCode hash = default;
            hash.AddBytes(state);
            return hash.ToHashCode();
        }
    }
}
