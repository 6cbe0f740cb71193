using Stress.Bench.Cases;

namespace Stress.Bench.Accuracy;

/// <summary>A workload of one thread on which the answers of every scheme are compared with the truth.</summary>
internal interface IAccuracyWorkload
{
    /// <summary>Counts the wrong answers of a scheme.</summary>
    AccuracyRow Count(BenchScheme scheme);
}
