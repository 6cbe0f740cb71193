
namespace Weaving.Linearizability;

/// <summary>
/// Looks for an order of calls that a sequential specification explains and that keeps every call behind those that
/// precede it: the algorithm of Wing and Gong, "Testing and Verifying Concurrent Objects" (JPDC 1993), with Lowe's
/// memory of configurations, "Testing for linearizability" (CCPE 2017).
/// </summary>
internal sealed class History(Func<object> makeSpecification, IReadOnlyList<OperationCall> calls, object?[] results,
    ulong[] preceding)
{
    private readonly HashSet<(ulong Done, string State)> _seen = [];
    private readonly List<int> _order = [];

    /// <summary>The most calls that some order explains.</summary>
    public int Explained { get; private set; }

    /// <summary>The calls that could not come next where the most were explained, a bit each.</summary>
    public ulong Stuck { get; private set; }

    /// <summary>Whether there is such an order.</summary>
    public bool IsLinearizable() => Extend(0);

    private bool Extend(ulong done)
    {
        if (_order.Count == calls.Count)
        {
            return true;
        }

        ulong tried = 0;
        for (int call = 0; call < calls.Count; call++)
        {
            ulong bit = 1UL << call;
            if ((done & bit) != 0 || (preceding[call] & ~done) != 0)
            {
                continue;
            }

            tried |= bit;
            _order.Add(call);
            if (Explains(out string state) && _seen.Add((done | bit, state)) && Extend(done | bit))
            {
                return true;
            }

            _order.RemoveAt(_order.Count - 1);
        }

        if (_order.Count >= Explained)
        {
            (Explained, Stuck) = (_order.Count, tried);
        }

        return false;
    }

    /// <summary>Whether the specification returns what the calls did, in the present order; the state that it comes
    /// to.</summary>
    private bool Explains(out string state)
    {
        object specification = makeSpecification();
        state = "";
        foreach (int call in _order)
        {
            object? returned = calls[call].OnSpecification(specification);
            if (!Equals(returned, results[call]))
            {
                return false;
            }
        }

        state = StateText.Of(specification);
        return true;
    }
}
