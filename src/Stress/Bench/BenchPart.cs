namespace Stress.Bench;

/// <summary>What a bench consists of.</summary>
internal static class BenchPart
{
    /// <summary>Throughput, latency, retries, fairness of every case.</summary>
    public const string Throughput = "throughput";

    /// <summary>Ratios measured by turns.</summary>
    public const string Ratios = "ratios";

    /// <summary>Wrong answers against the truth.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>Bytes per folio and MM.</summary>
    public const string Memory = "memory";

    /// <summary>The parts in the order in which they are measured.</summary>
    public static IReadOnlyList<string> All { get; } = [Throughput, Ratios, Accuracy, Memory];
}
