namespace Harness.Processors;

/// <summary>Which processors the threads of a team run on.</summary>
/// <param name="Processors">Worker i runs on processor i modulo their number; empty to leave it to the system.</param>
public sealed record Affinity(IReadOnlyList<int> Processors)
{
    /// <summary>Left to the system.</summary>
    public static Affinity None { get; } = new([]);

    /// <summary>One after the other over all processors that this process may use.</summary>
    public static Affinity Spread() => new(ProcessorPinning.Allowed());

    /// <summary>The processor of a worker; null to leave it to the system.</summary>
    public int? ProcessorOf(int worker) => Processors.Count == 0 ? null : Processors[worker % Processors.Count];
}
