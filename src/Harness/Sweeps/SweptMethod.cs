namespace Harness.Sweeps;

/// <summary>What one way of running the threads showed.</summary>
/// <param name="Method"><c>perpetual</c> or <c>strides</c>.</param>
/// <param name="Samples">Outcomes decided.</param>
/// <param name="Seconds">Time that the threads ran, in seconds.</param>
/// <param name="Interesting">Samples that no interleaving makes and some model allows.</param>
public sealed record SweptMethod(string Method, long Samples, double Seconds, long Interesting);
