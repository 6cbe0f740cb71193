namespace Stress.Bench.Cases;

/// <summary>One point of the sweep.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Pattern">What the threads do.</param>
/// <param name="Order">Order of the folios, 2 to 15.</param>
/// <param name="Threads">Threads, at least 1.</param>
internal sealed record BenchCase(BenchScheme Scheme, Pattern Pattern, int Order, int Threads);
