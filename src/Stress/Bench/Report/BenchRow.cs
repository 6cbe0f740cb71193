namespace Stress.Bench.Report;

/// <summary>Throughput of one case.</summary>
/// <param name="Scheme">Name of the scheme.</param>
/// <param name="Protocol">How its writers meet.</param>
/// <param name="Order">Order of the folios.</param>
/// <param name="Pattern">What the threads did.</param>
/// <param name="Threads">Threads, each pinned to a processor.</param>
/// <param name="OpsPerSecond">Operations a second of all threads together: median of the repeats.</param>
/// <param name="NsPerOp">Nanoseconds that a thread spent on an operation: threads / opsPerSecond.</param>
/// <param name="Spread">Distance of the repeats' quartiles, as a share of the median.</param>
internal sealed record BenchRow(
    string Scheme, string Protocol, int Order, string Pattern, int Threads, double OpsPerSecond, double NsPerOp,
    double Spread);

/// <summary>What a case's throughput hides. Same order as the rows.</summary>
/// <param name="Case">Scheme, protocol, order, pattern and threads, as one word.</param>
/// <param name="Oversubscribed">Whether there were more threads than processors.</param>
/// <param name="P50Ns">Median time of one operation, with the clock's own cost.</param>
/// <param name="P99Ns">One operation in a hundred took longer.</param>
/// <param name="P999Ns">One operation in a thousand took longer.</param>
/// <param name="RetriesPerRead">Tries of a decision that were not accepted; 0 without decisions.</param>
/// <param name="Fairness">Operations of the slowest thread for one of the fastest: median of the repeats.</param>
/// <param name="Placement">
/// Numbers of the processors that the threads were pinned to; more threads begin again with the first.
/// </param>
internal sealed record DetailRow(
    string Case, bool Oversubscribed, long P50Ns, long P99Ns, long P999Ns, double RetriesPerRead, double Fairness,
    string Placement);
