namespace Runs.Workloads;

/// <summary>How large a workload is.</summary>
/// <param name="Order">Order of its folios, 2 to 15; of a trace with mixed orders the largest.</param>
/// <param name="Folios">Folios at once.</param>
/// <param name="Mms">MMs at once.</param>
/// <param name="Writers">Threads that map and unmap.</param>
/// <param name="Readers">Threads that take snapshots and ask who maps a folio.</param>
/// <param name="Seed">Seed of all randomness.</param>
public sealed record WorkloadShape(int Order, int Folios, int Mms, int Writers, int Readers, long Seed)
{
    /// <summary>Pages of a folio, 2^order.</summary>
    public int Pages => 1 << Order;

    /// <summary>Of a trace: orders of its folios. Other workloads have one.</summary>
    public OrderRange Orders { get; init; } = new(Order);

    /// <summary>MMs that each writer owns, at least 1.</summary>
    public int MmsPerWriter => Math.Max(1, Mms / Math.Max(1, Writers));
}
