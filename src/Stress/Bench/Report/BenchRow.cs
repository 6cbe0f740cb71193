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
