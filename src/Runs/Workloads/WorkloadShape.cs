namespace Runs.Workloads;

/// <summary>How large a workload is.</summary>
/// <param name="Orders">Orders of its folios; only a trace has more than one.</param>
/// <param name="Folios">Folios at once.</param>
/// <param name="Mms">MMs at once.</param>
/// <param name="Writers">Threads that map and unmap.</param>
/// <param name="Readers">Threads that take snapshots and ask who maps a folio.</param>
/// <param name="Seed">Seed of all randomness.</param>
public sealed record WorkloadShape(OrderRange Orders, int Folios, int Mms, int Writers, int Readers, long Seed)
{
    /// <summary>Order of its folios, 2 to 15; of a trace with mixed orders the largest.</summary>
    public int Order => Orders.Greatest;

    /// <summary>Pages of a folio, 2^order.</summary>
    public int Pages => 1 << Order;

    /// <summary>MMs that each writer owns, at least 1.</summary>
    public int MmsPerWriter => Math.Max(1, Mms / Math.Max(1, Writers));
}
