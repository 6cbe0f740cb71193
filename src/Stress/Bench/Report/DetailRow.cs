namespace Stress.Bench.Report;

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
